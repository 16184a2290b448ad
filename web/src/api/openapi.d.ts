// Made by `node openapi.mjs` from openapi.json; never edited.
/* eslint-disable */
export interface paths {
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commands/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["command"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Amount: {
            value: string;
            unit: string;
        };
        Organisation: {
            id: number;
            name: string;
            roles: string[];
        };
        Person: {
            id: string;
            login: string;
            name: string;
        };
        Store: {
            /** @enum {string} */
            kind: "production" | "demo" | "training";
            name: string;
        };
        Session: {
            person?: components["schemas"]["Person"];
            /** @enum {string} */
            second_factor: "none" | "asked" | "to_enrol" | "passed";
            organisations: components["schemas"]["Organisation"][];
            rights: string[];
            csrf: string;
            store: components["schemas"]["Store"];
        };
        FieldProblem: {
            path: string;
            code: string;
            ja: string;
            en: string;
        };
        Problem: {
            type?: string;
            title?: string;
            status: number;
            detail?: string;
            code: string;
            number?: number;
            ja: string;
            en: string;
            remedy_ja?: string;
            remedy_en?: string;
            source?: string;
            errors?: components["schemas"]["FieldProblem"][];
        };
        CommandAnswer: {
            entry: number;
            count: number;
            repeated: boolean;
            outcomes: Record<string, never>[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    command: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description What the command led to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
