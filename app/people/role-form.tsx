import { roles } from "#db/schema/people.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Button } from "~/ui/index.ts";
import type { Member } from "./members.server.ts";

/** One member's role and a button to change it, in a row of a table. */
export function RoleForm({ member }: { member: Member }) {
  const { t } = useText();
  return (
    <form method="post" className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="intent" value="role" />
      <input type="hidden" name="person" value={member.personId} />
      <select
        name="role"
        defaultValue={member.role}
        aria-label={t("people.members.roleOf", { name: member.name })}
        className="control w-auto! min-w-36"
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`people.roles.${role}`)}
          </option>
        ))}
      </select>
      <Button variant="secondary" size="small">
        {t("people.members.change")} <span className="sr-only">{member.name}</span>
      </Button>
    </form>
  );
}
