import type { SubmissionResult } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Disclosure, organisationColour } from "~/ui/index.ts";
import { TrackForm, trackFormId } from "./track-form.tsx";
import type { Track } from "./tracks.server.ts";

export interface TrackListProps {
  tracks: Track[];
  mayEdit: boolean;
  resultOf: (formId: string) => SubmissionResult<string[]> | undefined;
}

export function TrackList({ tracks, mayEdit, resultOf }: TrackListProps) {
  const { t } = useText();
  return (
    <ul className="flex max-w-2xl flex-col">
      {tracks.map((track) => {
        const result = resultOf(trackFormId(track));
        return (
          <li key={track.id} className="border-b border-line py-3">
            <p className="flex items-center gap-3">
              <span
                aria-hidden
                className="organisation size-4 shrink-0 rounded-full bg-(--organisation)"
                style={organisationColour(track.colour)}
              />
              <span className="font-semibold">{track.name}</span>
              <span className="text-soft">{t("festivals.tracks.sessions", { count: track.sessions })}</span>
            </p>
            {mayEdit && (
              <Disclosure
                summary={t("festivals.tracks.change", { name: track.name })}
                open={result !== undefined}
              >
                <TrackForm track={track} lastResult={result} />
                <div className="mt-4">
                  <ActionForm
                    fields={{ intent: "remove", form: trackFormId(track), id: track.id }}
                    variant="quiet"
                    size="small"
                    confirm={t("festivals.tracks.removeConfirm", { name: track.name })}
                  >
                    {t("festivals.tracks.remove")}
                  </ActionForm>
                </div>
              </Disclosure>
            )}
          </li>
        );
      })}
    </ul>
  );
}
