import { isValidElement, type ReactNode } from "react";

interface LabelledProps {
  field?: { name?: string };
  name?: string;
  label?: ReactNode;
  children?: ReactNode;
}

/** The labels of the fields that stand in a form, by name, so that its error summary can say which field it means. */
export function labelsWithin(children: ReactNode, found = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(children)) for (const child of children) labelsWithin(child, found);
  if (!isValidElement<LabelledProps>(children)) return found;
  const { field, name = field?.name, label } = children.props;
  if (name && typeof label === "string") found.set(name, label);
  return labelsWithin(children.props.children, found);
}
