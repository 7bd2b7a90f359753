import { Plus, Redo2, Undo2 } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Icon } from "~/ui/index.ts";
import type { Zoom } from "./timetable.ts";
import type { Sync } from "./use-sync.ts";
import { sayAct } from "./words.ts";

export interface ToolbarProps {
  sync: Sync;
  ready: boolean;
  zoom: Zoom;
  onZoom: (zoom: Zoom) => void;
  onUndo: () => void;
  onRedo: () => void;
  onAdd: () => void;
  releases: string;
}

/** What can be done with the timetable as a whole. */
export function Toolbar({ sync, ready, zoom, onZoom, onUndo, onRedo, onAdd, releases }: ToolbarProps) {
  const text = useText();
  const { t } = text;
  const unsaved = sync.state.pending.length > 0;
  const canUndo = sync.undo !== null || unsaved;
  return (
    <div className="tt-toolbar">
      {ready && (
        <>
          <button type="button" className="tt-tool" disabled={!canUndo} onClick={onUndo}>
            <Icon of={Undo2} size={16} />
            <span>
              {sync.undo
                ? t("timetable.editor.undo", { what: sayAct(sync.undo, text) })
                : t("timetable.editor.nothingToUndo")}
            </span>
          </button>
          <button type="button" className="tt-tool" disabled={!sync.redo} onClick={onRedo}>
            <Icon of={Redo2} size={16} />
            <span>
              {sync.redo
                ? t("timetable.editor.redo", { what: sayAct(sync.redo, text) })
                : t("timetable.editor.nothingToRedo")}
            </span>
          </button>
          <button type="button" className="tt-tool" onClick={onAdd}>
            <Icon of={Plus} size={16} />
            <span>{t("timetable.editor.add")}</span>
          </button>
          <fieldset className="tt-zoom">
            <legend className="sr-only">{t("timetable.editor.zoom")}</legend>
            {(["compact", "normal"] as const).map((one) => (
              <button
                key={one}
                type="button"
                className="tt-tool"
                aria-pressed={zoom === one}
                onClick={() => onZoom(one)}
              >
                {t(`timetable.editor.${one}`)}
              </button>
            ))}
          </fieldset>
          <span className="tt-saved" data-unsaved={unsaved || undefined}>
            {t(unsaved ? "timetable.editor.saving" : "timetable.editor.saved")}
          </span>
        </>
      )}
      <a className="text-link tt-release" href={releases}>
        {t("timetable.editor.waiting", { count: sync.waiting })}
      </a>
    </div>
  );
}
