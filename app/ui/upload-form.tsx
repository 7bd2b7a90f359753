import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { FileField } from "./file-field.tsx";
import { Form } from "./form.tsx";
import { TextArea } from "./text-area.tsx";

interface UploadFormProps {
  id: string;
  /** As in HTML. */
  accept: string;
  /** What is wrong with what was sent; null at first. */
  error: string | null;
  /** What was pasted last time. */
  pasted: string;
  words: { file: string; fileHint: string; pasted: string; pastedHint: string; submit: string };
  /** What has to be said before the file. */
  children?: ReactNode;
}

/** Something as a file, or pasted where a file is hard to come by. */
export function UploadForm({ id, accept, error, pasted, words, children }: UploadFormProps) {
  const allErrors = error ? { [pasted ? "pasted" : "file"]: [error] } : {};
  return (
    <Form form={{ id, allErrors }} encType="multipart/form-data">
      {children}
      <FileField
        id="import-file"
        name="file"
        label={words.file}
        hint={words.fileHint}
        accept={accept}
        errors={allErrors.file}
      />
      <TextArea
        id="import-pasted"
        name="pasted"
        label={words.pasted}
        hint={words.pastedHint}
        rows={6}
        value={pasted}
        errors={allErrors.pasted}
      />
      <div>
        <Button>{words.submit}</Button>
      </div>
    </Form>
  );
}
