import { Button } from "@carbon/react";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { useTexts } from "../i18n/language";
import { texts } from "./texts";

// A small window over the page (the browser's own dialog: it keeps the focus, Escape closes it, and the focus returns to where it was).
export function Dialog({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  const t = useTexts(texts);
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      className="s-dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => {
        if (event.target === element.current) close();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
      <div className="s-dialog-end">
        <Button kind="tertiary" size="md" onClick={close}>
          {t("close")}
        </Button>
      </div>
    </dialog>
  );
}
