import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Button, Form, Notice } from "~/ui/index.ts";

interface OrganisationDomainsProps {
  domains: string[];
  /** The mail domain of the admin who looks. */
  own: { domain: string; listed: boolean; isPublic: boolean };
  lastResult: SubmissionResult<string[]> | undefined;
}

export function OrganisationDomains({ domains, own, lastResult }: OrganisationDomainsProps) {
  const { t } = useText();
  return (
    <>
      {domains.length === 0 ? (
        <p className="text-soft">{t("people.edit.domainsNone")}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {domains.map((domain) => (
            <li key={domain} className="flex flex-wrap items-center justify-between gap-4 py-2">
              <span className="font-semibold">{domain}</span>
              <ActionForm
                fields={{ intent: "remove-domain", domain }}
                variant="quiet"
                size="small"
                confirm={t("people.edit.domainRemoveConfirm", { domain })}
              >
                {t("people.edit.domainRemove")} <span className="sr-only">{domain}</span>
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
      {own.isPublic && <Notice>{t("people.edit.domainPublic", { domain: own.domain })}</Notice>}
      {!own.isPublic && !own.listed && <AddDomain domain={own.domain} lastResult={lastResult} />}
    </>
  );
}

function AddDomain({
  domain,
  lastResult,
}: { domain: string } & Pick<OrganisationDomainsProps, "lastResult">) {
  const { t } = useText();
  const [form] = useForm({ id: "domain", lastResult });
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="add-domain" />
      <input type="hidden" name="domain" value={domain} />
      <p className="text-soft">{t("people.edit.domainAddHint")}</p>
      <div>
        <Button variant="secondary">{t("people.edit.domainAdd", { domain })}</Button>
      </div>
    </Form>
  );
}
