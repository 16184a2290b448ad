import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useMemo, useState, type ComponentType } from "react";
import { createBrowserRouter, matchRoutes, Outlet, RouterProvider, useLocation, type RouteObject } from "react-router-dom";
import type { Page } from "./area";
import { areas } from "./areas";
import { SessionProvider } from "./api/session";
import { LanguageProvider } from "./i18n/language";
import { ThemeProvider } from "./theme";
import { Guard } from "./shell/Guard";
import { Broken, NotFound } from "./shell/Fallbacks";
import { Loading } from "./parts/Loading";
import { Shell } from "./shell/Shell";

function Frame() {
  const { pathname } = useLocation();
  const [first] = useState(pathname);
  // A new page begins at its top; the page's heading takes the focus itself (PageHead).
  useEffect(() => {
    if (pathname !== first) window.scrollTo(0, 0);
  }, [pathname, first]);
  return (
    <Shell>
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </Shell>
  );
}

// Pages whose code is here already: they are drawn together with the frame.
const fetched = new Map<Page, ComponentType>();

// Fetches the page that an address names.
export async function fetchPage(address: string): Promise<void> {
  const found = matchRoutes(
    areas.flatMap((area) => area.pages).map((page) => ({ path: page.path, handle: page })),
    address,
  );
  const page = found?.[0]?.route.handle as Page | undefined;
  if (!page) return;
  try {
    fetched.set(page, (await page.load()).default);
  } catch {
    // Whoever draws it says what went wrong.
  }
}

function routeOf(page: Page): RouteObject {
  const Content = fetched.get(page) ?? lazy(page.load);
  return {
    path: page.path,
    element: (
      <Guard page={page}>
        <Content key={page.path} />
      </Guard>
    ),
    errorElement: <Broken />,
  };
}

export function makeRoutes(): RouteObject[] {
  const pages = areas.flatMap((area) => area.pages);
  return [{ element: <Frame />, errorElement: <Broken />, children: [...pages.map(routeOf), { path: "*", element: <NotFound /> }] }];
}

export function App({ client }: { client: QueryClient }) {
  const router = useMemo(() => createBrowserRouter(makeRoutes()), []);
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <ThemeProvider>
          <SessionProvider>
            <RouterProvider router={router} />
          </SessionProvider>
        </ThemeProvider>
      </LanguageProvider>
    </QueryClientProvider>
  );
}
