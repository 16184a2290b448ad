import { useEffect, useRef, type ReactNode } from "react";
import { useLanguage, useTexts } from "../i18n/language";
import { texts } from "../shell/texts";
import { bringTypeface } from "../style/typeface";

let opened = 0;

// A page's heading: names the tab, and takes the focus where the page was reached by a link inside, so that a screen reader says where one is.
// `actions`: buttons beside the heading.
export function PageHead({ title, lead, actions }: { title: string; lead?: ReactNode; actions?: ReactNode }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t("title", { page: title });
  }, [title, language, t]);
  useEffect(() => {
    opened += 1;
    bringTypeface();
    if (opened > 1) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="s-page-head">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p className="s-lead">{lead}</p>}
      </div>
      {actions && <div className="s-row s-no-print">{actions}</div>}
    </div>
  );
}
