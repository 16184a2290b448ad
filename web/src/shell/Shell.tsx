// The frame around every page: header, side navigation by area and role, band of a demo or training store, main part, foot.
import {
  Header,
  HeaderGlobalAction,
  HeaderGlobalBar,
  HeaderMenuButton,
  HeaderName,
  HeaderPanel,
  SideNav,
  SideNavItems,
  SideNavLink,
  SideNavMenu,
  SideNavMenuItem,
  SkipToContent,
} from "@carbon/react";
import { Close, Notification, Settings } from "@carbon/react/icons";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Link, useLocation } from "react-router-dom";
import { inMenu, mayOpen } from "../area";
import { areas } from "../areas";
import { useInboxCount, useInboxStream } from "../api/inbox";
import { isOpen, useOwnJobs } from "../api/jobs";
import { useSession } from "../api/session";
import { useLanguage, useTexts } from "../i18n/language";
import { say } from "../i18n/texts";
import { StoreBand } from "./StoreBand";
import { SettingsPanel } from "./SettingsPanel";
import { texts } from "./texts";

export function Shell({ children }: { children: ReactNode }) {
  const t = useTexts(texts);
  const { language, choose } = useLanguage();
  const { session } = useSession();
  const [menu, setMenu] = useState(false);
  const [panel, setPanel] = useState(false);
  const location = useLocation();
  const settings = useRef<HTMLButtonElement>(null);
  const running = (useOwnJobs().data?.items ?? []).filter(isOpen);
  const waits = useInboxCount();
  useInboxStream();

  useEffect(() => {
    setMenu(false);
    setPanel(false);
  }, [location.pathname]);

  const closePanel = () => {
    setPanel(false);
    settings.current?.focus();
  };

  return (
    <>
      <Header aria-label={t("header")} className="s-ink">
        <SkipToContent href="#content">{t("skip")}</SkipToContent>
        <HeaderMenuButton aria-label={menu ? t("closeMenu") : t("openMenu")} isActive={menu} aria-expanded={menu} onClick={() => setMenu(!menu)} />
        <HeaderName as={Link} to="/" prefix="">
          sumi 炭
        </HeaderName>
        <HeaderGlobalBar>
          {session?.organisation && <span className="s-bar-text s-bar-who">{session.organisation.name}</span>}
          {running.length > 0 && (
            <Link className="s-bar-text" to="/account/work">
              {t("running", { count: running.length })}
            </Link>
          )}
          {session?.person && (
            <Link className={`s-bar-text${waits?.overdue ? " s-bar-late" : ""}`} to="/inbox" aria-label={waits ? t(waits.overdue ? "inboxLate" : "inboxCount", { count: waits.tasks, late: waits.overdue }) : t("inbox")}>
              <Notification size={20} aria-hidden="true" />
              {waits && waits.tasks > 0 && <span aria-hidden="true">{waits.tasks}</span>}
            </Link>
          )}
          <button type="button" className="s-bar-text" lang={language === "ja" ? "en" : "ja"} onClick={() => choose(language === "ja" ? "en" : "ja")}>
            {language === "ja" ? "English" : "日本語"}
          </button>
          {session && !session.person && (
            <Link className="s-bar-text" to="/sign-in">
              {t("signIn")}
            </Link>
          )}
          <HeaderGlobalAction
            ref={settings}
            aria-label={t("settings")}
            aria-expanded={panel}
            isActive={panel}
            onClick={() => setPanel(!panel)}
            tooltipAlignment="end"
          >
            {panel ? <Close size={20} /> : <Settings size={20} />}
          </HeaderGlobalAction>
        </HeaderGlobalBar>
        {panel && (
          <HeaderPanel expanded onHeaderPanelFocus={closePanel}>
            <SettingsPanel close={closePanel} />
          </HeaderPanel>
        )}
        <SideNavigation expanded={menu} close={() => setMenu(false)} />
      </Header>
      <div className="s-frame">
        <StoreBand />
        <main id="content" className="s-main" tabIndex={-1}>
          {children}
        </main>
        <footer className="s-foot">
          <span>sumi 炭</span>
          <Link to="/api">{t("footApi")}</Link>
          <Link to="/words">{t("footWords")}</Link>
          <a href="/licences.txt">{t("footLicences")}</a>
        </footer>
      </div>
    </>
  );
}

function SideNavigation({ expanded, close }: { expanded: boolean; close: () => void }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { session } = useSession();
  const { pathname } = useLocation();
  const shown = areas
    .map((area) => ({ area, pages: area.pages.filter((page) => inMenu(page) && mayOpen(page, session)) }))
    .filter(({ pages }) => pages.length > 0);
  return (
    <SideNav aria-label={t("navigation")} expanded={expanded} onOverlayClick={close} onSideNavBlur={close} className="s-side">
      <SideNavItems>
        {shown.map(({ area, pages }) =>
          pages.length === 1 ? (
            <SideNavLink key={area.id} as={Link} to={pages[0]!.path} isActive={pages[0]!.path === pathname}>
              {say(pages[0], language)}
            </SideNavLink>
          ) : (
            <SideNavMenu key={area.id} title={say(area, language)} defaultExpanded>
              {pages.map((page) => (
                <SideNavMenuItem key={page.path} as={Link} to={page.path} isActive={page.path === pathname}>
                  {say(page, language)}
                </SideNavMenuItem>
              ))}
            </SideNavMenu>
          ),
        )}
      </SideNavItems>
    </SideNav>
  );
}
