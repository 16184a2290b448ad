// Made by `node openapi.mjs` from openapi.json; never edited.
/* eslint-disable */
export interface paths {
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The description of this API */
        get: operations["get_openapi_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metrics for Prometheus */
        get: operations["get__metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server runs */
        get: operations["get__healthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the ledger answers */
        get: operations["get__readyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/store": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This store */
        get: operations["get_store"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each role may do */
        get: operations["get_rights"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations */
        get: operations["get_organisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Projects */
        get: operations["get_projects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A project */
        get: operations["get_projects_project"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts that one may see */
        get: operations["get_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account and what it holds */
        get: operations["get_accounts_account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The store in short */
        get: operations["get_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who holds which serials, range by range */
        get: operations["get_holdings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures of the scheme as a whole */
        get: operations["get_statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What projects owe, and by when */
        get: operations["get_dues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries whole: as asked for, and as they came out */
        get: operations["get_audit_records"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers/{paper}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public papers: totals, an area, Article 6 */
        get: operations["get_papers_paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/RegisterOrganisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_RegisterOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/RenameOrganisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_RenameOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/Grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_Grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/Revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_Revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/AdoptRulebook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_AdoptRulebook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/RegisterKey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_RegisterKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/Delegate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_Delegate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/RotateLogKey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_RotateLogKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/Rekey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_Rekey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/CorrectEntry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_CorrectEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/RecordSuccession": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_RecordSuccession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/EraseSealed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_EraseSealed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/EndDelegation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_EndDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/RequestAccount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_RequestAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/DecideAccount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_DecideAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/CloseAccount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_CloseAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/SetAccountControl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_SetAccountControl"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/SuspendAccount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_SuspendAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/SucceedAccount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_SucceedAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/AppointAgent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_AppointAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/DismissAgent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_DismissAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/FileAccountDocuments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_FileAccountDocuments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/Issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_Issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/OpenBatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_OpenBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/OpenRetirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_OpenRetirement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/RecordAdjustment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_RecordAdjustment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/ImportUnits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_ImportUnits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/ExpireUnits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_ExpireUnits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/ReleaseBuffer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_ReleaseBuffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/AuthoriseUnits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_AuthoriseUnits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/RecordFirstTransfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_RecordFirstTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/Transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_Transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/ConfirmRetirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_ConfirmRetirement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/WithdrawRetirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_WithdrawRetirement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/SetLabel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_SetLabel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/DrawBuffer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_DrawBuffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/OfferTransfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_OfferTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/ConfirmOffer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_ConfirmOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/AcceptOffer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_AcceptOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/EndOffer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_EndOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/AskReturn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_AskReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/DecideReturn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_DecideReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/CorrectRecord": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_CorrectRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/ApplyRetirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_ApplyRetirement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/RestrictUnits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_RestrictUnits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/LiftRestriction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_LiftRestriction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/ExecuteRetirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_ExecuteRetirement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/DivideRetirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_DivideRetirement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/RecordSite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_RecordSite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/WithdrawAuthorisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_WithdrawAuthorisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/DraftProject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_DraftProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/RevisePlan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_RevisePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/SubmitForValidation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_SubmitForValidation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/RecordValidation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_RecordValidation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/ApplyForRegistration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_ApplyForRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/DecideRegistration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_DecideRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/SubmitReport": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_SubmitReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/RecordVerification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_RecordVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/ApplyForCertification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_ApplyForCertification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/DecideCertification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_DecideCertification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/OpenRound": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_OpenRound"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/PutOnDocket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_PutOnDocket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/Recuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_Recuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/CloseRound": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_CloseRound"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/RecordAccreditation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_RecordAccreditation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/DeclareInterests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_DeclareInterests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/RaiseFinding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_RaiseFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/AnswerFinding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_AnswerFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/CloseFinding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_CloseFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/AdmitMembers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_AdmitMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/ChangeMember": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_ChangeMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/DecideMatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_DecideMatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/EraseMember": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_EraseMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/FixMemberList": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_FixMemberList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/DrawSample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_DrawSample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/RecordSiteVisit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_RecordSiteVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/ReturnForCorrection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_ReturnForCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/AnswerReturn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_AnswerReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/ProposeChange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_ProposeChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/ValidateChange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_ValidateChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/DecideChange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_DecideChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/WithdrawProject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_WithdrawProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/Appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_Appeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/DecideAppeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_DecideAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/RecordOverIssuance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_RecordOverIssuance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/SettleObligation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_SettleObligation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/HoldProject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_HoldProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/SetForestTerms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_SetForestTerms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/ReportPermanence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_ReportPermanence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/RecordReversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_RecordReversal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/ApplyForSupport": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_ApplyForSupport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/DecideSupport": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_DecideSupport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/RecordFollowUp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_RecordFollowUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/AbolishMethodology": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_AbolishMethodology"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/ProposeMethodology": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_ProposeMethodology"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/ReviewMethodology": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_ReviewMethodology"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/OpenComment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_OpenComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/CloseComment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_CloseComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/DecideMethodology": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_DecideMethodology"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/OpenProject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_OpenProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/OpenCertification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_OpenCertification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/CloseOpening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A command */
        post: operations["command_CloseOpening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Several commands, all or none */
        post: operations["commands"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Holdings */
        get: operations["get_accounts_account_holdings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/holdings/sums": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Holdings summed */
        get: operations["get_accounts_account_holdings_sums"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is recorded of an account */
        get: operations["get_accounts_account_record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Movements */
        get: operations["get_accounts_account_movements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/papers/{paper}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Papers of an account */
        get: operations["get_accounts_account_papers_paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/documents/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document of an account */
        get: operations["get_accounts_account_documents_hash"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps a document for an account */
        post: operations["post_account_documents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retirement-requests/{retirement}/papers/{paper}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notice and certificates */
        get: operations["get_retirement_requests_retirement_papers_paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/transfers/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a transfer would take; nothing is entered */
        post: operations["post_accounts_account_transfers_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Offers of transfers */
        get: operations["get_offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{offer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An offer */
        get: operations["get_offers_offer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Returns that were asked for */
        get: operations["get_returns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/returns/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A return */
        get: operations["get_returns_number"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins to read a list of transfers */
        post: operations["post_transfers_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retirement-purposes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Purposes of a retirement */
        get: operations["get_retirement_purposes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/retirements/eligibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which units may serve, and why others may not */
        post: operations["post_accounts_account_retirements_eligibility"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/retirements/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a retirement would take; nothing is entered */
        post: operations["post_accounts_account_retirements_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retirement-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retirements of one's accounts */
        get: operations["get_retirement_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retirement-requests/{retirement}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A retirement */
        get: operations["get_retirement_requests_retirement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The journal's public part as server-sent events */
        get: operations["get_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for you */
        get: operations["get_inbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Word when what waits for you has changed, as server-sent events */
        get: operations["get_inbox_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The due days as a calendar (iCalendar) */
        get: operations["get_inbox_calendar_ics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for whom in one case */
        get: operations["get_projects_project_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["get_session"];
        put?: never;
        /** Sign in */
        post: operations["post_session"];
        /** Sign out */
        delete: operations["delete_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the second factor */
        post: operations["post_session_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to set up an authenticator */
        post: operations["post_account_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the authenticator by a code */
        post: operations["post_account_second_factor_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make new recovery codes */
        post: operations["post_account_recovery_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the password */
        post: operations["post_account_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/password/forgotten": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a link to set a new password */
        post: operations["post_account_password_forgotten"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/password/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whose a link is */
        post: operations["post_account_password_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password by a link or code */
        post: operations["post_account_password_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's address and language */
        get: operations["get_account_contact"];
        /** Change one's address and language */
        put: operations["put_account_contact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's sessions */
        get: operations["get_account_sessions"];
        put?: never;
        post?: never;
        /** End all other sessions */
        delete: operations["delete_account_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a session */
        delete: operations["delete_account_sessions_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's tokens of programs */
        get: operations["get_account_tokens"];
        put?: never;
        /** Make a token */
        post: operations["post_account_tokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token */
        delete: operations["delete_account_tokens_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Delegations: who acts in whose stead */
        get: operations["get_account_delegations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/delegations/person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find the person to whom something is delegated */
        get: operations["get_account_delegations_person"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/security-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened around signing in */
        get: operations["get_security_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/security-log/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refused attempts to retire or decide */
        get: operations["get_security_log_refusals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invitation offers */
        get: operations["get_invitations_token"];
        put?: never;
        /** Accept an invitation */
        post: operations["post_invitations_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations */
        get: operations["get_people_invitations"];
        put?: never;
        /** Invite somebody */
        post: operations["post_people_invitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/invitations/{invitation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back */
        delete: operations["delete_people_invitations_invitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/invitations/{invitation}/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Grant an invitation's roles */
        post: operations["post_people_invitations_invitation_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People and their roles */
        get: operations["get_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What somebody would hand over */
        get: operations["get_people_person_handover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody leaves */
        post: operations["post_people_person_leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reset a password */
        post: operations["post_people_person_password_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/shut-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shut somebody out */
        post: operations["post_people_person_shut_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/authenticator-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to replace a lost authenticator */
        post: operations["post_people_person_authenticator_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authenticator-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Authenticator resets that wait for approval */
        get: operations["get_authenticator_resets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authenticator-resets/{request}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve as the second administrator */
        post: operations["post_authenticator_resets_request_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authenticator-resets/{request}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse it */
        post: operations["post_authenticator_resets_request_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scheme": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scheme at a glance */
        get: operations["get_scheme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project}/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What anybody may know of a project */
        get: operations["get_projects_project_public"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{batch}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What anybody may know of a batch */
        get: operations["get_batches_batch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retirements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Completed retirements */
        get: operations["get_retirements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retirements/{retirement}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What anybody may know of a retirement */
        get: operations["get_retirements_retirement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/paper-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entry that the code on a paper means */
        get: operations["get_paper_codes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search by serial, project, company, retirement */
        get: operations["get_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public receipt of an entry */
        get: operations["get_receipts_entry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journal/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed head of the journal */
        get: operations["get_journal_checkpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journal/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public key that signs receipts */
        get: operations["get_journal_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files of open data */
        get: operations["get_open_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-data/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of open data; all.zip is all of them */
        get: operations["get_open_data_name"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rulebook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rulebook: packs, tables, methodologies */
        get: operations["get_rulebook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rulebook/methodologies/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A methodology */
        get: operations["get_rulebook_methodologies_number"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rulebook/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Values of the rulebook with their history and sources */
        get: operations["get_rulebook_values"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/eligibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Can this become a project? */
        post: operations["post_proponent_eligibility"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/plan-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plan's form */
        get: operations["get_proponent_plan_form"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts of plans */
        get: operations["get_proponent_drafts"];
        put?: never;
        /** Begins a draft */
        post: operations["post_proponent_drafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/drafts/{draft}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft */
        get: operations["get_proponent_drafts_draft"];
        /** Saves a draft (If-Match) */
        put: operations["put_proponent_drafts_draft"];
        post?: never;
        /** Removes a draft */
        delete: operations["delete_proponent_drafts_draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/drafts/{draft}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of a draft */
        get: operations["get_proponent_drafts_draft_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/drafts/{draft}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs between two versions */
        get: operations["get_proponent_drafts_draft_differences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/drafts/{draft}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An earlier version again (If-Match) */
        post: operations["post_proponent_drafts_draft_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/drafts/{draft}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Checks a draft */
        get: operations["get_proponent_drafts_draft_check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/drafts/{draft}/hand-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hands a plan in (If-Match) */
        post: operations["post_proponent_drafts_draft_hand_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own cases */
        get: operations["get_proponent_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/cases/{project}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A case: what happened, findings, papers */
        get: operations["get_proponent_cases_project"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/cases/{project}/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules' answers for the application */
        get: operations["get_proponent_cases_project_application"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/cases/{project}/monitoring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Monitoring: what was reported and what is due */
        get: operations["get_proponent_cases_project_monitoring"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/cases/{project}/monitoring/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty table for monitoring data */
        get: operations["get_proponent_cases_project_monitoring_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/cases/{project}/monitoring/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins to check monitoring data */
        post: operations["post_proponent_cases_project_monitoring_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/cases/{project}/monitoring/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins to submit a monitoring report */
        post: operations["post_proponent_cases_project_monitoring_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/cases/{project}/reports/{report}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report and its calculation */
        get: operations["get_proponent_cases_project_reports_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps evidence */
        post: operations["post_proponent_evidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/evidence/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Evidence that was kept */
        get: operations["get_proponent_evidence_hash"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/cases/{project}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members of a programme */
        get: operations["get_proponent_cases_project_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/cases/{project}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members that look alike */
        get: operations["get_proponent_cases_project_matches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/cases/{project}/members/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins to check a list of members */
        post: operations["post_proponent_cases_project_members_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/cases/{project}/members/admit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins to take a list of members */
        post: operations["post_proponent_cases_project_members_admit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/cases/{project}/members/{member}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes a member */
        post: operations["post_proponent_cases_project_members_member_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/cases/{project}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shares of the income */
        post: operations["post_proponent_cases_project_shares"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/support": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Help that was applied for */
        get: operations["get_proponent_support"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/cases/{project}/plan.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plan as a paper */
        get: operations["get_proponent_cases_project_plan_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/cases/{project}/plan.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plan as a workbook */
        get: operations["get_proponent_cases_project_plan_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/cases/{project}/reports/{report}/report.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as a paper */
        get: operations["get_proponent_cases_project_reports_report_report_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/drafts/{draft}/plan.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft as a paper */
        get: operations["get_proponent_drafts_draft_plan_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proponent/drafts/{draft}/plan.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft as a workbook */
        get: operations["get_proponent_drafts_draft_plan_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Work in progress and done */
        get: operations["get_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a job is */
        get: operations["get_jobs_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of a bundle of the journal */
        get: operations["get_jobs_job_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own work, in progress and done */
        get: operations["get_own_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/jobs/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far one's own job is, and what it gave */
        get: operations["get_own_jobs_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/jobs/{job}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file that one's own job made */
        get: operations["get_own_jobs_job_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The journal, entry by entry */
        get: operations["get_audit_journal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/journal/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry of the journal */
        get: operations["get_audit_journal_entry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/journal/{entry}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The parties' receipt of an entry */
        get: operations["get_audit_journal_entry_receipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/days/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The state at the end of a day */
        get: operations["get_audit_days_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/days/{day}/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Conservation per batch */
        get: operations["get_audit_days_day_batches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/days/{day}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Balances of accounts on a day */
        get: operations["get_audit_days_day_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a check */
        post: operations["post_audit_checks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/bundles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a bundle of the journal */
        post: operations["post_audit_bundles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The administration at a glance */
        get: operations["get_administration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/organisations/{organisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is registered of an organisation */
        get: operations["get_administration_organisations_organisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Editions of rule packs */
        get: operations["get_administration_packs"];
        put?: never;
        /** Upload a pack and see what it would change */
        post: operations["post_administration_packs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/packs/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What adopting a pack would change */
        get: operations["get_administration_packs_hash"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/packs/{hash}/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adopt a pack */
        post: operations["post_administration_packs_hash_adopt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps a paper of a ministry */
        post: operations["post_administration_documents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/adoptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The history of adoptions */
        get: operations["get_administration_adoptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Backups */
        get: operations["get_administration_backups"];
        put?: never;
        /** Begin a backup */
        post: operations["post_administration_backups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log's keys and their history */
        get: operations["get_administration_keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mails that wait to be sent */
        get: operations["get_administration_mails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Companies that one accompanies, and their cases */
        get: operations["get_support_companies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Applications for help */
        get: operations["get_support_applications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Projects that were never certified */
        get: operations["get_support_follow_ups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a follow-up chooses from */
        get: operations["get_support_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/area": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Credits made and used in an area */
        get: operations["get_support_area"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/area.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Credits made and used in an area, as PDF */
        get: operations["get_support_area_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifier/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is to validate or verify */
        get: operations["get_verifier_reviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifier/reviews/{project}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A review: papers, evidence, findings, visits, samples */
        get: operations["get_verifier_reviews_project"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifier/reviews/{project}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed since the version and the period before */
        get: operations["get_verifier_reviews_project_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifier/reviews/{project}/reports/{report}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calculation done again beside the reported one */
        get: operations["get_verifier_reviews_project_reports_report_replay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifier/reviews/{project}/reports/{report}/package": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins the offline package */
        post: operations["post_verifier_reviews_project_reports_report_package"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifier/reviews/{project}/plan.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plan under review as a paper */
        get: operations["get_verifier_reviews_project_plan_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifier/reviews/{project}/reports/{report}/report.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report under review as a paper */
        get: operations["get_verifier_reviews_project_reports_report_report_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifier/reviews/{project}/documents/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document of the case */
        get: operations["get_verifier_reviews_project_documents_hash"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifier/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps a document of a review */
        post: operations["post_verifier_documents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifier/statement.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement as it would be filed */
        get: operations["get_verifier_statement_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifier/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes and keeps the statement */
        post: operations["post_verifier_statement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifier/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a signed offline return */
        post: operations["post_verifier_returns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secretariat/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that waits for anybody, with its due days */
        get: operations["get_secretariat_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secretariat/tasks/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The listed due days as a calendar (iCalendar) */
        get: operations["get_secretariat_tasks_calendar_ics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secretariat/cases/{project}/completeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether an application is complete */
        get: operations["get_secretariat_cases_project_completeness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secretariat/accreditations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accreditations of verifiers */
        get: operations["get_secretariat_accreditations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secretariat/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certifications that wait for their issue */
        get: operations["get_secretariat_issues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secretariat/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts with their papers */
        get: operations["get_secretariat_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secretariat/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** From what the forms choose */
        get: operations["get_secretariat_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secretariat/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps a document of the secretariat */
        post: operations["post_secretariat_documents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secretariat/return-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes and keeps the letter of a return */
        post: operations["post_secretariat_return_letters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secretariat/cases/{project}/returns/{report}/{number}/letter.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The letter of a return */
        get: operations["get_secretariat_cases_project_returns_report_number_letter_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rounds of the committee */
        get: operations["get_rounds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A round's docket with its papers */
        get: operations["get_rounds_round"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/items/{item}/letter.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The letter about a decision */
        get: operations["get_rounds_round_items_item_letter_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/minutes.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A round's minutes */
        get: operations["get_rounds_round_minutes_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes and keeps the minutes */
        post: operations["post_rounds_round_minutes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/documents/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A paper of a docket */
        get: operations["get_rounds_documents_hash"];
        put?: never;
        post?: never;
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
        "http.AcceptBody.input": {
            login?: string;
            name?: string;
            password?: string;
            language?: string;
        };
        "http.AcceptedView": {
            entry?: number;
            count: number;
            repeated: boolean;
            outcomes: unknown[];
        };
        "http.AdoptBody.input": {
            authority?: number;
        };
        "http.Adopted": {
            entry?: number;
            adoption: number;
        };
        "http.ApplicationView": {
            /**
             * Format: date
             * @example 2026-04-01
             */
            on: string;
            findings: components["schemas"]["project.RuleFinding"][];
            answers: components["schemas"]["project.RuleAnswer"][];
        };
        "http.AreaFact": {
            label: components["schemas"]["service.Bilingual"];
            value: components["schemas"]["service.Bilingual"];
        };
        "http.AreaPaper": {
            title: components["schemas"]["service.Bilingual"];
            paragraphs: components["schemas"]["service.Bilingual"][];
            notes: components["schemas"]["service.Bilingual"][];
            facts: components["schemas"]["http.AreaFact"][];
            tables: components["schemas"]["http.AreaTable"][];
        };
        "http.AreaRow": {
            cells: components["schemas"]["service.Bilingual"][];
        };
        "http.AreaTable": {
            caption: components["schemas"]["service.Bilingual"];
            head: components["schemas"]["service.Bilingual"][];
            rows: components["schemas"]["http.AreaRow"][];
        };
        "http.BackupsView": {
            folder: string;
            backups: components["schemas"]["service.BackupLine"][];
        };
        "http.BulkLineView": {
            line: number;
            result: string;
            fits: boolean;
            message: string;
            entry?: number;
            ranges: components["schemas"]["registry.SerialRange"][];
            units: number | string;
        };
        "http.BulkView": {
            entered: boolean;
            repeated: boolean;
            fits: boolean;
            lines_in_all: number;
            refused: number;
            units: number | string;
            lines: components["schemas"]["http.BulkLineView"][];
            findings: components["schemas"]["service.WhyNot"][];
            report: string;
        };
        "http.BundleBody.input": {
            sealed?: boolean;
        };
        "http.CaseTasks": {
            items: components["schemas"]["service.Task"][];
        };
        "http.ChangeTaken": {
            entry?: number;
            repeated: boolean;
            matches: number | string;
        };
        "http.CheckBody.input": {
            full?: boolean;
        };
        "http.CodeBody.input": {
            code?: string;
            recovery_code?: string;
        };
        "http.CodesView": {
            recovery_codes: string[];
        };
        "http.CommandRight": {
            command: string;
            roles: ("administrator" | "secretariat" | "committee" | "verifier" | "proponent" | "account_manager" | "approver" | "auditor" | "ministry" | "programme_operator" | "agent" | "supporter")[];
            second_factor: boolean;
        };
        "http.ConfirmBody.input": {
            code?: string;
        };
        "http.ContactBody.input": {
            email?: string;
            language?: string;
        };
        "http.ContactView": {
            email: string;
            language: string;
            recovery_codes_left: number | string;
        };
        "http.DelegatedPerson": {
            person?: string;
            login: string;
            name: string;
        };
        "http.DelegationView": {
            delegation: number | string;
            organisation?: number;
            organisation_name: string;
            to: components["schemas"]["http.DelegatedPerson"];
            by: components["schemas"]["http.DelegatedPerson"];
            /** @enum {string} */
            role: "administrator" | "secretariat" | "committee" | "verifier" | "proponent" | "account_manager" | "approver" | "auditor" | "ministry" | "programme_operator" | "agent" | "supporter";
            /**
             * Format: date
             * @example 2026-04-01
             */
            from: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            until: string;
            ended: boolean;
            in_force: boolean;
            own: boolean;
            may_end: boolean;
        };
        "http.DelegationsView": {
            items: components["schemas"]["http.DelegationView"][];
            roles: ("administrator" | "secretariat" | "committee" | "verifier" | "proponent" | "account_manager" | "approver" | "auditor" | "ministry" | "programme_operator" | "agent" | "supporter")[];
            organisation?: number;
            /**
             * Format: date
             * @example 2026-04-01
             */
            today: string;
        };
        "http.DifferencesView": {
            items: components["schemas"]["service.PlanDifference"][];
        };
        "http.DocumentKept": {
            hash?: string;
            bytes: number | string;
            type: string;
        };
        "http.EndedView": {
            ended: number | string;
        };
        "http.EnrolmentView": {
            secret: string;
            uri: string;
        };
        "http.EventView": {
            id: number | string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            time: string;
            kind: string;
            login: string;
            by: string;
            detail: string;
        };
        "http.EvidenceView": {
            hash?: string;
            bytes: number | string;
            cited: string;
        };
        "http.ForgottenBody.input": {
            login?: string;
        };
        "http.Glance": {
            operator_name: string;
            /** @enum {string} */
            kind: "production" | "demo" | "training";
            entries?: number;
            organisations: number | string;
            grants: number | string;
            jobs_open: number | string;
            mails_waiting: number | string;
            packs_to_adopt: number | string;
            mail_enabled: boolean;
            signs: boolean;
            backups_folder: string;
            last_backup?: components["schemas"]["service.BackupLine"];
        };
        "http.HandIn.input": {
            project?: number;
            /**
             * Format: date
             * @example 2026-04-01
             */
            business_date?: string;
            change?: components["schemas"]["service.PlanChange.input"];
        };
        "http.HandoverView": {
            roles: components["schemas"]["http.HeldView"][];
            delegations_given: (number | string)[];
            delegations_received: (number | string)[];
            retirements: number[];
            sessions: number | string;
            tokens: number | string;
            invitations: number | string;
        };
        "http.Health": {
            status: string;
        };
        "http.HeldView": {
            organisation?: number;
            organisation_name: string;
            /** @enum {string} */
            role: "administrator" | "secretariat" | "committee" | "verifier" | "proponent" | "account_manager" | "approver" | "auditor" | "ministry" | "programme_operator" | "agent" | "supporter";
            others: string[];
            needed: boolean;
            why?: components["schemas"]["service.Bilingual"];
        };
        "http.InvitationView": {
            id?: number;
            email: string;
            organisation?: number;
            roles: ("administrator" | "secretariat" | "committee" | "verifier" | "proponent" | "account_manager" | "approver" | "auditor" | "ministry" | "programme_operator" | "agent" | "supporter")[];
            inviter: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            made: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            until: string;
            state: string;
            token: string;
        };
        "http.InviteBody.input": {
            email?: string;
            organisation?: number;
            roles?: ("administrator" | "secretariat" | "committee" | "verifier" | "proponent" | "account_manager" | "approver" | "auditor" | "ministry" | "programme_operator" | "agent" | "supporter")[];
        };
        "http.JobView": {
            id: string;
            kind: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            done: number | string;
            total?: number | string;
            ja: string;
            en: string;
            title: components["schemas"]["service.Bilingual"];
            login: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            asked: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            ended?: string;
            cut_off: boolean;
            project?: number;
            report: number;
            result: string;
            check?: components["schemas"]["service.CheckResult"];
        };
        "http.KeptDocument": {
            hash?: string;
            bytes: number | string;
        };
        "http.KeyView": {
            key: string;
            fingerprint?: string;
        };
        "http.KeysView": {
            keys: components["schemas"]["service.LogKeyLine"][];
            verifier_key: string;
            file: string;
        };
        "http.LeaveBody.input": {
            organisation?: number;
            successors?: components["schemas"]["http.SuccessorBody.input"][];
        };
        "http.LinkView": {
            token: string;
            mailed: boolean;
        };
        "http.MatchesView": {
            items: components["schemas"]["service.MemberMatchView"][];
        };
        "http.MinutesAsked.input": {
            remarks?: string;
        };
        "http.NewDraft.input": {
            start?: components["schemas"]["service.StartAsked.input"];
            programme?: boolean;
            project?: number;
            plan?: unknown;
        };
        "http.OfferedView": {
            organisation: string;
            roles: ("administrator" | "secretariat" | "committee" | "verifier" | "proponent" | "account_manager" | "approver" | "auditor" | "ministry" | "programme_operator" | "agent" | "supporter")[];
            login: string;
            email: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            expires: string;
        };
        "http.OpenDataFile": {
            name: string;
            bytes: number | string;
        };
        "http.OpenDataView": {
            entry?: number;
            files: components["schemas"]["http.OpenDataFile"][];
            zip_bytes: number | string;
        };
        "http.OrganisationDesk": {
            organisation?: number;
            name: string;
            name_kana: string;
            corporate_number: string;
            names: components["schemas"]["scheme.DatedName"][];
            parent?: number;
            predecessor?: number;
            people: number | string;
            projects: number | string;
            accounts: number | string;
            alike: components["schemas"]["service.OrganisationBrief"][];
        };
        "http.OwnJob": {
            id: string;
            kind: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            done: number | string;
            total?: number | string;
            ja: string;
            en: string;
            title: components["schemas"]["service.Bilingual"];
            login: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            asked: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            ended?: string;
            cut_off: boolean;
            project?: number;
            report: number;
            result: string;
            check?: components["schemas"]["service.CheckResult"];
            problem?: unknown;
            member_list?: components["schemas"]["service.ListReport"];
            transfers?: components["schemas"]["http.BulkView"];
            monitoring_check?: components["schemas"]["service.ReportCheck"];
            monitoring?: components["schemas"]["service.ReportHandedIn"];
        };
        "http.OwnSession": {
            id?: number;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            begun: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            last_seen: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            until: string;
            browser: string;
            current: boolean;
        };
        "http.PasswordBody.input": {
            old_password?: string;
            password?: string;
        };
        "http.PersonRole": {
            organisation?: number;
            organisation_name: string;
            /** @enum {string} */
            role: "administrator" | "secretariat" | "committee" | "verifier" | "proponent" | "account_manager" | "approver" | "auditor" | "ministry" | "programme_operator" | "agent" | "supporter";
            /**
             * Format: date
             * @example 2026-04-01
             */
            since?: string;
        };
        "http.PersonView": {
            person?: string;
            login: string;
            name: string;
            email: string;
            roles: components["schemas"]["http.PersonRole"][];
        };
        "http.Purposes": {
            items: components["schemas"]["service.PurposeView"][];
            /**
             * Format: date
             * @example 2026-04-01
             */
            today: string;
        };
        "http.RecordsView": {
            items: components["schemas"]["service.JournalRecord"][];
            last?: number;
        };
        "http.RefusalView": {
            id: number | string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            time: string;
            login: string;
            organisation?: number;
            command: string;
            refusal: string;
        };
        "http.RequestView": {
            request?: number;
            person?: string;
            asked_by?: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            asked?: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            until?: string;
        };
        "http.ResetBody.input": {
            token?: string;
            password?: string;
        };
        "http.ResetView": {
            login: string;
        };
        "http.RestoreVersion.input": {
            version?: number;
        };
        "http.RetirementLine": {
            retirement?: number;
            /** @enum {string} */
            end_use: "retirement" | "state_target" | "cancellation";
            /**
             * Format: date
             * @example 2026-04-01
             */
            completed_on: string;
            user: string;
            purposes: string[];
            purpose_words: components["schemas"]["service.Bilingual"][];
            used: components["schemas"]["service.Amount"];
        };
        "http.ReturnTaken": {
            entry?: number;
            repeated: boolean;
            project?: number;
            report: number;
            positive: boolean;
        };
        "http.RightView": {
            key: string;
            words: components["schemas"]["service.Bilingual"];
            roles: ("administrator" | "secretariat" | "committee" | "verifier" | "proponent" | "account_manager" | "approver" | "auditor" | "ministry" | "programme_operator" | "agent" | "supporter")[];
            second_factor: boolean;
        };
        "http.RightsView": {
            rights: components["schemas"]["http.RightView"][];
            commands: components["schemas"]["http.CommandRight"][];
        };
        "http.SavedPlan.input": {
            plan?: unknown;
        };
        "http.SessionOrganisation": {
            id: number | string;
            name: string;
            roles: ("administrator" | "secretariat" | "committee" | "verifier" | "proponent" | "account_manager" | "approver" | "auditor" | "ministry" | "programme_operator" | "agent" | "supporter")[];
        };
        "http.SessionPerson": {
            id?: string;
            login: string;
            name: string;
            language: string;
        };
        "http.SessionStore": {
            /** @enum {string} */
            kind: "production" | "demo" | "training";
            name: string;
            language: string;
        };
        "http.SessionView": {
            person?: components["schemas"]["http.SessionPerson"];
            second_factor: string;
            organisations: components["schemas"]["http.SessionOrganisation"][];
            rights: string[];
            csrf: string;
            store: components["schemas"]["http.SessionStore"];
        };
        "http.SignInBody.input": {
            login?: string;
            password?: string;
            code?: string;
        };
        "http.StatementMade": {
            statement?: string;
            plan?: string;
            trace?: string;
        };
        "http.Step.input": {
            name?: string;
            body?: unknown;
        };
        "http.Steps.input": {
            commands?: components["schemas"]["http.Step.input"][];
            /**
             * Format: date
             * @example 2026-04-01
             */
            business_date?: string;
        };
        "http.StoreView": {
            operator_name: string;
            /** @enum {string} */
            kind: "production" | "demo" | "training";
            store?: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            now: string;
            entries?: number;
            tree_head?: string;
            log_key?: string;
        };
        "http.SuccessorBody.input": {
            organisation?: number;
            /** @enum {string} */
            role?: "administrator" | "secretariat" | "committee" | "verifier" | "proponent" | "account_manager" | "approver" | "auditor" | "ministry" | "programme_operator" | "agent" | "supporter";
            person?: string;
        };
        "http.Sums": {
            items: components["schemas"]["service.HoldingSum"][];
        };
        "http.SupportRowView": {
            project?: number;
            title: string;
            /** @enum {string} */
            kind: "plan_writing" | "validation_cost" | "verification_cost";
            /** @enum {string} */
            body: "small_company" | "local_government" | "public_interest" | "other";
            /**
             * Format: date
             * @example 2026-04-01
             */
            applied_on: string;
            decided: boolean;
            approved: boolean;
            ground: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            decided_on?: string;
        };
        "http.SupportView": {
            items: components["schemas"]["http.SupportRowView"][];
            kinds: components["schemas"]["service.WordChoice"][];
            bodies: components["schemas"]["service.WordChoice"][];
        };
        "http.TokenBody.input": {
            name?: string;
            organisation?: number;
            scopes?: string[];
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            until?: string;
        };
        "http.TokenView": {
            id?: number;
            name: string;
            organisation?: number;
            scopes: string[];
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            made: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            until: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            last_used?: string;
            revoked: boolean;
            text: string;
        };
        "http.VersionsView": {
            items: components["schemas"]["service.DraftVersionView"][];
        };
        "project.AdmitMembers.input": {
            project?: number;
            normaliser?: number;
            members?: components["schemas"]["project.MemberEntry.input"][];
        };
        "project.AnswerFinding.input": {
            project?: number;
            finding?: number;
            document?: string;
            text?: string;
        };
        "project.AnswerReturn.input": {
            project?: number;
            report?: number;
            document?: string;
        };
        "project.Appeal.input": {
            project?: number;
            report?: number;
            document?: string;
        };
        "project.AppealLodged": {
            appeal: number;
        };
        "project.ApplyForCertification.input": {
            project?: number;
            report?: number;
            programme_code?: string;
            credit_type?: string;
        };
        "project.ApplyForRegistration.input": {
            project?: number;
            answers?: components["schemas"]["project.RuleAnswer.input"][];
        };
        "project.ApplyForSupport.input": {
            project?: number;
            /** @enum {string} */
            kind?: "plan_writing" | "validation_cost" | "verification_cost";
            /** @enum {string} */
            body?: "small_company" | "local_government" | "public_interest" | "other";
            tonnes_per_year?: number | string;
            document?: string;
        };
        "project.CarriedItem": {
            item: number;
            document_number: string;
            from_round: number;
            from_item: number;
        };
        "project.CertificationDecided": {
            certification?: number;
        };
        "project.ChangeMember.input": {
            project?: number;
            member?: number | string;
            /** @enum {string} */
            kind?: "leave" | "move_house" | "owner_change" | "inheritance" | "equipment" | "programme_transfer" | "consent_ended" | "correction";
            /**
             * Format: date
             * @example 2026-04-01
             */
            on?: string;
            to_project?: number;
            name?: string;
            address?: string;
            keys?: components["schemas"]["project.MemberKey.input"][];
            normaliser?: number;
            evidence?: string;
        };
        "project.ChangeProposed": {
            change: number;
            needs_validation: boolean;
            cuts_period: boolean;
        };
        "project.CloseFinding.input": {
            project?: number;
            finding?: number;
            settled?: boolean;
            document?: string;
            text?: string;
        };
        "project.CloseRound.input": {
            round?: number;
            minutes?: string;
        };
        "project.DecideAppeal.input": {
            project?: number;
            appeal?: number;
            round?: number;
            granted?: boolean;
            ground?: string;
        };
        "project.DecideCertification.input": {
            project?: number;
            report?: number;
            round?: number;
            approved?: boolean;
            ground?: string;
        };
        "project.DecideChange.input": {
            project?: number;
            change?: number;
            round?: number;
            approved?: boolean;
            ground?: string;
        };
        "project.DecideMatch.input": {
            project?: number;
            match?: number | string;
            /** @enum {string} */
            decision?: "distinct" | "duplicate";
            ground?: string;
            tonnes?: number | string;
        };
        "project.DecideRegistration.input": {
            project?: number;
            round?: number;
            approved?: boolean;
            ground?: string;
        };
        "project.DecideSupport.input": {
            project?: number;
            /** @enum {string} */
            kind?: "plan_writing" | "validation_cost" | "verification_cost";
            approved?: boolean;
            ground?: string;
        };
        "project.DeclareInterests.input": {
            project?: number;
            report?: number;
            change?: number;
            free_of_conflict?: boolean;
            declaration?: string;
        };
        "project.DocketItem": {
            item: number;
            document_number: string;
        };
        "project.DraftProject.input": {
            head?: components["schemas"]["project.PlanHead.input"];
        };
        "project.DrawSample.input": {
            project?: number;
            list?: number;
            seed?: string;
            strata?: components["schemas"]["project.Stratum.input"][];
        };
        "project.EraseMember.input": {
            project?: number;
            member?: number | string;
        };
        "project.ExpectedReduction.input": {
            fiscal_year?: string;
            tonnes?: number | string;
        };
        "project.FindingRaised": {
            finding: number;
        };
        "project.FixMemberList.input": {
            project?: number;
            period?: string;
            /** @enum {string} */
            purpose?: "monitoring" | "verification";
            seed_commitment?: string;
        };
        "project.HoldProject.input": {
            project?: number;
            /** @enum {string} */
            kind?: "seizure" | "insolvency" | "dispute";
            set?: boolean;
            /**
             * Format: date
             * @example 2026-04-01
             */
            from?: string;
            document?: string;
        };
        "project.MatchDecided": {
            excluded: number | string;
            obligation: number | string;
        };
        "project.MemberChanged": {
            matches: components["schemas"]["project.MemberMatch"][];
        };
        "project.MemberEntry.input": {
            number?: string;
            name?: string;
            address?: string;
            keys?: components["schemas"]["project.MemberKey.input"][];
            /**
             * Format: date
             * @example 2026-04-01
             */
            applied_on?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            start?: string;
            period?: string;
            list?: string;
            consent?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            consent_until?: string;
            evidence?: string;
        };
        "project.MemberKey.input": {
            /** @enum {string} */
            kind?: "corporate_number" | "address" | "equipment" | "meter";
            key?: string;
        };
        "project.MemberListFixed": {
            list: number;
            count: number | string;
            members?: string;
        };
        "project.MemberMatch": {
            match: number | string;
            member: number | string;
            /** @enum {string} */
            kind: "corporate_number" | "address" | "equipment" | "meter";
            other_project?: number;
            other_member: number | string;
        };
        "project.MembersAdmitted": {
            count: number;
            first: number | string;
            matches: components["schemas"]["project.MemberMatch"][];
        };
        "project.MethodologyUse.input": {
            number?: string;
            version?: string;
            pack?: string;
            reconstructed?: boolean;
            removal?: boolean;
            nature?: boolean;
        };
        "project.NoOutcome": Record<string, never>;
        "project.ObligationRecorded": {
            obligation: number | string;
        };
        "project.OpenRound.input": {
            round?: number;
            /**
             * Format: date
             * @example 2026-04-01
             */
            held_on?: string;
            quorum?: number;
            members?: string[];
        };
        "project.PlanHead.input": {
            title?: string;
            /** @enum {string} */
            type?: "normal" | "programme";
            proponents?: number[];
            place?: string;
            methodologies?: components["schemas"]["project.MethodologyUse.input"][];
            crediting_period?: string;
            expected?: components["schemas"]["project.ExpectedReduction.input"][];
            plan?: string;
        };
        "project.ProjectDrafted": {
            project?: number;
        };
        "project.ProposeChange.input": {
            project?: number;
            /** @enum {string} */
            kind?: "equipment" | "member_terms" | "boundary" | "proponent" | "merger" | "methodology_version" | "extension" | "other";
            head?: components["schemas"]["project.PlanHead.input"];
            document?: string;
        };
        "project.PutOnDocket.input": {
            round?: number;
            /** @enum {string} */
            kind?: "registration" | "certification" | "change" | "extension" | "appeal" | "methodology";
            project?: number;
            report?: number;
            change?: number;
            proposal?: number;
        };
        "project.RaiseFinding.input": {
            project?: number;
            report?: number;
            change?: number;
            /** @enum {string} */
            kind?: "corrective" | "clarification" | "observation";
            document?: string;
            text?: string;
        };
        "project.RecordAccreditation.input": {
            verifier?: number;
            standard?: string;
            scopes?: string[];
            /**
             * Format: date
             * @example 2026-04-01
             */
            valid_from?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            valid_to?: string;
            certificate?: string;
        };
        "project.RecordFollowUp.input": {
            project?: number;
            reason?: string;
            next_step?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            next_on?: string;
        };
        "project.RecordOverIssuance.input": {
            project?: number;
            certification?: number;
            tonnes?: number | string;
            ground?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            due?: string;
            document?: string;
        };
        "project.RecordReversal.input": {
            project?: number;
            /** @enum {string} */
            kind?: "natural_disturbance" | "unavoidable_conversion" | "own_act";
            /**
             * Format: date
             * @example 2026-04-01
             */
            happened_on?: string;
            tonnes?: number | string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            due?: string;
            document?: string;
        };
        "project.RecordSiteVisit.input": {
            project?: number;
            report?: number;
            change?: number;
            /**
             * Format: date
             * @example 2026-04-01
             */
            visited_on?: string;
            remote?: boolean;
            record?: string;
            members?: (number | string)[];
        };
        "project.RecordValidation.input": {
            project?: number;
            positive?: boolean;
            plan?: string;
            statement?: string;
        };
        "project.RecordVerification.input": {
            project?: number;
            report?: number;
            verifier?: number;
            positive?: boolean;
            trace?: string;
            statement?: string;
        };
        "project.Recuse.input": {
            round?: number;
            item?: number;
            person?: string;
            ground?: string;
        };
        "project.ReductionLine": {
            methodology: string;
            vintage?: string;
            em_bl: string;
            em_pj: string;
            er: number | string;
            reconstructed: boolean;
            approximate: boolean;
            low_confidence: boolean;
            declared: string[];
        };
        "project.ReductionLine.input": {
            methodology?: string;
            vintage?: string;
            em_bl?: string;
            em_pj?: string;
            er?: number | string;
            reconstructed?: boolean;
            approximate?: boolean;
            low_confidence?: boolean;
            declared?: string[];
        };
        "project.RegistrationDecided": {
            official_number: number | string;
        };
        "project.ReportPermanence.input": {
            project?: number;
            year?: number;
            kept?: boolean;
            document?: string;
        };
        "project.ReportSubmitted": {
            report: number;
        };
        "project.ReturnForCorrection.input": {
            project?: number;
            report?: number;
            ground?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            deadline?: string;
            document?: string;
        };
        "project.ReversalRecorded": {
            reversal: number;
            from_buffer: number | string;
            obligation: number | string;
        };
        "project.RevisePlan.input": {
            project?: number;
            head?: components["schemas"]["project.PlanHead.input"];
        };
        "project.RoundClosed": {
            carried: number[];
        };
        "project.RoundOpened": {
            carried: components["schemas"]["project.CarriedItem"][];
        };
        "project.RuleAnswer": {
            rule: string;
            /** @enum {string} */
            answer: "met" | "not_met" | "declared" | "not_yet_knowable" | "no_rule_data";
        };
        "project.RuleAnswer.input": {
            rule?: string;
            /** @enum {string} */
            answer?: "met" | "not_met" | "declared" | "not_yet_knowable" | "no_rule_data";
        };
        "project.RuleFinding": {
            rule: string;
            activity: string;
            /** @enum {string} */
            answer: "met" | "not_met" | "declared" | "not_yet_knowable" | "no_rule_data";
            reason_ja: string;
            reason_en: string;
            source: string;
            remedy_ja: string;
            remedy_en: string;
            path: string;
        };
        "project.SampleDrawn": {
            size: number;
            members: (number | string)[];
        };
        "project.SetForestTerms.input": {
            project?: number;
            buffer_rate?: string;
            permanence_years?: number;
            report_months?: number;
        };
        "project.SettleObligation.input": {
            obligation?: number | string;
            retirement?: number;
        };
        "project.Stratum": {
            list: string;
            size: number;
        };
        "project.Stratum.input": {
            list?: string;
            size?: number;
        };
        "project.SubmitForValidation.input": {
            project?: number;
            verifier?: number;
        };
        "project.SubmitReport.input": {
            project?: number;
            period?: string;
            plan?: string;
            data_set?: string;
            trace?: string;
            lines?: components["schemas"]["project.ReductionLine.input"][];
        };
        "project.ValidateChange.input": {
            project?: number;
            change?: number;
            positive?: boolean;
            plan?: string;
            statement?: string;
        };
        "project.WithdrawProject.input": {
            project?: number;
            ground?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            from?: string;
            document?: string;
        };
        "registry.AcceptOffer.input": {
            offer?: number;
        };
        "registry.AccountOpened": {
            account?: number;
        };
        "registry.Allocation.input": {
            account?: number;
            amount?: number | string;
        };
        "registry.ApplyRetirement.input": {
            account?: number;
            /** @enum {string} */
            end_use?: "retirement" | "state_target" | "cancellation";
            selection?: components["schemas"]["registry.Selection.input"];
            user?: number;
            uses?: components["schemas"]["registry.Use.input"][];
            consent?: string;
            /** @enum {string} */
            offset?: "none" | "product" | "service" | "event" | "organisation";
            offset_object?: string;
            place?: string;
            place_key?: string;
            key_version?: number;
            note?: string;
        };
        "registry.AppointAgent.input": {
            account?: number;
            agent?: number;
            transfers?: boolean;
            retires?: boolean;
            /**
             * Format: date
             * @example 2026-04-01
             */
            from?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            until?: string;
            document?: string;
        };
        "registry.AskReturn.input": {
            entry?: number;
            from?: number;
            to?: number;
            ranges?: components["schemas"]["registry.SerialRange.input"][];
            note?: string;
        };
        "registry.AuthoriseUnits.input": {
            ranges?: components["schemas"]["registry.PublicRange.input"][];
            host?: string;
            parties?: string[];
            ndc?: boolean;
            international?: boolean;
            other?: boolean;
            scheme?: string;
            /** @enum {string} */
            first_transfer?: "authorisation" | "issuance" | "use";
            letter?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            authorised_on?: string;
        };
        "registry.Authorised": {
            authorisation?: number;
        };
        "registry.BatchAttributes": {
            crediting_programme: string;
            programme_code: string;
            credit_type: string;
            /** @enum {string} */
            unit_kind: "tco2" | "kwh" | "gj" | "allowance";
            project?: number;
            certification?: number;
            methodology: string;
            methodology_version: string;
            vintage?: string;
            place: string;
            /** @enum {string} */
            effect: "reduction" | "removal";
            /** @enum {string} */
            basis: "technology" | "nature";
            makers: components["schemas"]["registry.Maker"][];
        };
        "registry.BatchAttributes.input": {
            crediting_programme?: string;
            programme_code?: string;
            credit_type?: string;
            /** @enum {string} */
            unit_kind?: "tco2" | "kwh" | "gj" | "allowance";
            project?: number;
            certification?: number;
            methodology?: string;
            methodology_version?: string;
            vintage?: string;
            place?: string;
            /** @enum {string} */
            effect?: "reduction" | "removal";
            /** @enum {string} */
            basis?: "technology" | "nature";
            makers?: components["schemas"]["registry.Maker.input"][];
        };
        "registry.BatchImported": {
            batch?: number;
            grammar: string;
            origin: string;
        };
        "registry.BatchIssued": {
            batch?: number;
            first: number | string;
            end: number | string;
            attributes: components["schemas"]["registry.BatchAttributes"];
        };
        "registry.BatchOpened": {
            batch?: number;
        };
        "registry.CertificatePart.input": {
            count?: number | string;
            grams?: number | string;
        };
        "registry.CloseAccount.input": {
            account?: number;
        };
        "registry.ConfirmOffer.input": {
            offer?: number;
        };
        "registry.ConfirmRetirement.input": {
            retirement?: number;
        };
        "registry.CorrectRecord.input": {
            entry?: number;
            from?: number;
            to?: number;
            ranges?: components["schemas"]["registry.SerialRange.input"][];
            ground?: string;
            consultation?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            consulted_on?: string;
        };
        "registry.DecideAccount.input": {
            account?: number;
            approved?: boolean;
            ground?: string;
        };
        "registry.DecideReturn.input": {
            number?: number;
            consents?: boolean;
        };
        "registry.DismissAgent.input": {
            account?: number;
            agent?: number;
        };
        "registry.DivideRetirement.input": {
            retirement?: number;
            parts?: components["schemas"]["registry.CertificatePart.input"][];
            titles?: string;
        };
        "registry.DrawBuffer.input": {
            project?: number;
            reversal?: number;
            ranges?: components["schemas"]["registry.PublicRange.input"][];
        };
        "registry.EndOffer.input": {
            offer?: number;
        };
        "registry.ExecuteRetirement.input": {
            retirement?: number;
        };
        "registry.ExpireUnits.input": {
            ranges?: components["schemas"]["registry.PublicRange.input"][];
            rule?: string;
        };
        "registry.FileAccountDocuments.input": {
            account?: number;
            holder_name?: string;
            name_kana?: string;
            corporate_number?: string;
            representative?: string;
            address?: string;
            contact?: string;
            documents?: string[];
        };
        "registry.ImportUnits.input": {
            attributes?: components["schemas"]["registry.BatchAttributes.input"];
            serial?: string;
            first?: number | string;
            end?: number | string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            issued_on?: string;
            document?: string;
            allocations?: components["schemas"]["registry.Allocation.input"][];
        };
        "registry.Issue.input": {
            certification?: number;
            line?: number;
            allocations?: components["schemas"]["registry.Allocation.input"][];
        };
        "registry.LiftRestriction.input": {
            restriction?: number;
            document?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            from?: string;
        };
        "registry.Maker": {
            organisation?: number;
            site?: string;
            share: number | string;
        };
        "registry.Maker.input": {
            organisation?: number;
            site?: string;
            share?: number | string;
        };
        "registry.Moved": {
            ranges: components["schemas"]["registry.SerialRange"][];
        };
        "registry.Nothing": Record<string, never>;
        "registry.OfferConfirmed": {
            moved: boolean;
            ranges: components["schemas"]["registry.SerialRange"][];
        };
        "registry.OfferTransfer.input": {
            from?: number;
            to?: number;
            selection?: components["schemas"]["registry.Selection.input"];
            price_yen_per_t?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            agreed_on?: string;
            acceptance?: boolean;
            /**
             * Format: date
             * @example 2026-04-01
             */
            expires_on?: string;
            note?: string;
        };
        "registry.OpenBatch.input": {
            attributes?: components["schemas"]["registry.BatchAttributes.input"];
            first?: number | string;
            end?: number | string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            issued_on?: string;
            allocations?: components["schemas"]["registry.Allocation.input"][];
        };
        "registry.OpenRetirement.input": {
            account?: number;
            ranges?: components["schemas"]["registry.PublicRange.input"][];
            /** @enum {string} */
            end_use?: "retirement" | "state_target" | "cancellation";
            purpose?: string;
            user?: number;
            fiscal_year?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            used_on?: string;
        };
        "registry.Pick.input": {
            amount?: number | string;
            credit_type?: string;
            project?: number;
            batch?: number;
            /** @enum {string} */
            unit_kind?: "tco2" | "kwh" | "gj" | "allowance";
        };
        "registry.PublicRange": {
            batch?: number;
            first: number | string;
            end: number | string;
        };
        "registry.PublicRange.input": {
            batch?: number;
            first?: number | string;
            end?: number | string;
        };
        "registry.PublicUse": {
            purpose: string;
            fiscal_year?: string;
            report: string;
        };
        "registry.RecordAdjustment.input": {
            party?: string;
            year?: number;
            authorisation?: number;
            ranges?: components["schemas"]["registry.PublicRange.input"][];
            /** @enum {string} */
            status?: "pending" | "applied" | "not_required";
            adds?: boolean;
            /**
             * Format: date
             * @example 2026-04-01
             */
            on?: string;
            document?: string;
        };
        "registry.RecordFirstTransfer.input": {
            authorisation?: number;
            ranges?: components["schemas"]["registry.PublicRange.input"][];
            acquiring?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            on?: string;
            document?: string;
        };
        "registry.RecordSite.input": {
            project?: number;
            site?: string;
            key?: string;
            key_version?: number;
            address?: string;
        };
        "registry.ReleaseBuffer.input": {
            project?: number;
            ranges?: components["schemas"]["registry.PublicRange.input"][];
            to?: number;
        };
        "registry.RequestAccount.input": {
            organisation?: number;
            /** @enum {string} */
            kind?: "holding" | "buffer" | "retirement" | "cancellation" | "government" | "expiry";
            department?: string;
            second_person?: boolean;
        };
        "registry.RestrictUnits.input": {
            ranges?: components["schemas"]["registry.PublicRange.input"][];
            /** @enum {string} */
            kind?: "dispute" | "seizure" | "trust";
            ground?: string;
            order?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            from?: string;
            settlor?: number;
            trustee?: number;
            terms?: string;
        };
        "registry.Restricted": {
            restriction?: number;
        };
        "registry.Retired": {
            /** @enum {string} */
            end_use: "retirement" | "state_target" | "cancellation";
            ranges: components["schemas"]["registry.PublicRange"][];
            amount: number | string;
            purpose: string;
            fiscal_year?: string;
            user?: number;
            user_name: string;
            user_corporate_number: string;
            by_proxy: boolean;
        };
        "registry.RetirementDivided": {
            first: number | string;
            count: number | string;
            grams: number | string;
        };
        "registry.RetirementExecuted": {
            /** @enum {string} */
            end_use: "retirement" | "state_target" | "cancellation";
            ranges: components["schemas"]["registry.PublicRange"][];
            amount: number | string;
            uses: components["schemas"]["registry.PublicUse"][];
            /** @enum {string} */
            offset: "none" | "product" | "service" | "event" | "organisation";
            user?: number;
            user_name: string;
            user_corporate_number: string;
            by_proxy: boolean;
        };
        "registry.RetirementOpened": {
            retirement?: number;
        };
        "registry.RetirementRequested": {
            retirement?: number;
            ranges: components["schemas"]["registry.SerialRange"][];
        };
        "registry.ReturnAsked": {
            number?: number;
        };
        "registry.Selection.input": {
            ranges?: components["schemas"]["registry.SerialRange.input"][];
            pick?: components["schemas"]["registry.Pick.input"];
        };
        "registry.SerialRange": {
            batch?: number;
            first: number | string;
            end: number | string;
        };
        "registry.SerialRange.input": {
            batch?: number;
            first?: number | string;
            end?: number | string;
        };
        "registry.SetAccountControl.input": {
            account?: number;
            second_person?: boolean;
            above?: number | string;
        };
        "registry.SetLabel.input": {
            ranges?: components["schemas"]["registry.PublicRange.input"][];
            /** @enum {string} */
            kind?: "suspended" | "corresponding_adjustment" | "eligible";
            detail?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            from?: string;
            set?: boolean;
        };
        "registry.SucceedAccount.input": {
            account?: number;
            to?: number;
            document?: string;
        };
        "registry.SuspendAccount.input": {
            account?: number;
            suspended?: boolean;
            ground?: string;
            document?: string;
        };
        "registry.Transfer.input": {
            from?: number;
            to?: number;
            selection?: components["schemas"]["registry.Selection.input"];
            price_yen_per_t?: string;
            note?: string;
        };
        "registry.TransferOffered": {
            offer?: number;
            ranges: components["schemas"]["registry.SerialRange"][];
            waits_for_second: boolean;
            moved: boolean;
        };
        "registry.Use.input": {
            purpose?: string;
            fiscal_year?: string;
            report?: string;
        };
        "registry.WithdrawAuthorisation.input": {
            authorisation?: number;
            document?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            on?: string;
        };
        "registry.WithdrawRetirement.input": {
            retirement?: number;
        };
        "rulebook.CellLine": {
            column: string;
            value: string;
            unit: string;
        };
        "rulebook.PackLine": {
            family: string;
            kind: string;
            edition: string;
            authority: string;
            title_ja: string;
            title_en: string;
            hash?: string;
            files: number | string;
            bytes: number | string;
            tables: number | string;
            rows: number | string;
        };
        "rulebook.RowLine": {
            table: string;
            key: string[];
            valid_from: string;
            valid_to: string;
            cells: components["schemas"]["rulebook.CellLine"][];
            confidence: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            published?: string;
            published_assumed: boolean;
            /**
             * Format: date
             * @example 2026-04-01
             */
            corrected_on?: string;
            sources: string[];
            note: string;
            file: string;
            line: number;
            applies: boolean;
        };
        "rulebook.RulesList": {
            manifest?: string;
            sources: number | string;
            packs: components["schemas"]["rulebook.PackLine"][];
            tables: components["schemas"]["rulebook.TableLine"][];
            methodologies: string[];
        };
        "rulebook.RulesShow": {
            rows: components["schemas"]["rulebook.RowLine"][];
            sources: components["schemas"]["rulebook.SourceLine"][];
        };
        "rulebook.SourceLine": {
            id: string;
            basis: string;
            title: string;
            publisher: string;
            published: string;
            updated: string;
            address: string;
            note: string;
        };
        "rulebook.TableLine": {
            name: string;
            title_ja: string;
            title_en: string;
            validity: string;
            axes: string[];
            keys: string[];
            columns: string[];
            rows: number | string;
            distinct_keys: number | string;
        };
        "scheme.AbolishMethodology.input": {
            number?: string;
            round?: number;
            /**
             * Format: date
             * @example 2026-04-01
             */
            from?: string;
            merged_into?: string;
        };
        "scheme.AdoptRulebook.input": {
            family?: string;
            edition?: string;
            pack?: string;
            manifest?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            effective?: string;
        };
        "scheme.CertificationOpened": {
            certification?: number;
        };
        "scheme.CloseComment.input": {
            proposal?: number;
            comments?: number;
            answers?: string;
        };
        "scheme.CloseOpening.input": {
            controls?: components["schemas"]["scheme.ControlTotal.input"][];
            source_title?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            source_date?: string;
            source_address?: string;
            refused_rows?: number | string;
            report?: string;
        };
        "scheme.ControlTotal.input": {
            name?: string;
            value?: number | string;
        };
        "scheme.CorrectEntry.input": {
            entry?: number;
            project?: number;
            organisation?: number;
            field?: string;
            wrong?: string;
            right?: string;
            ground?: string;
            document?: string;
        };
        "scheme.DatedName": {
            /**
             * Format: date
             * @example 2026-04-01
             */
            from: string;
            name: string;
        };
        "scheme.DecideMethodology.input": {
            proposal?: number;
            round?: number;
            approved?: boolean;
            number?: string;
            pack?: string;
            ground?: string;
        };
        "scheme.Delegate.input": {
            organisation?: number;
            person?: string;
            /** @enum {string} */
            role?: "administrator" | "secretariat" | "committee" | "verifier" | "proponent" | "account_manager" | "approver" | "auditor" | "ministry" | "programme_operator" | "agent" | "supporter";
            /**
             * Format: date
             * @example 2026-04-01
             */
            from?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            until?: string;
        };
        "scheme.Delegated": {
            delegation: number | string;
        };
        "scheme.EndDelegation.input": {
            delegation?: number | string;
        };
        "scheme.EraseSealed.input": {
            commitment?: string;
            ground?: string;
        };
        "scheme.Grant.input": {
            person?: string;
            organisation?: number;
            /** @enum {string} */
            role?: "administrator" | "secretariat" | "committee" | "verifier" | "proponent" | "account_manager" | "approver" | "auditor" | "ministry" | "programme_operator" | "agent" | "supporter";
        };
        "scheme.MethodologyProposed": {
            proposal: number;
        };
        "scheme.NoOutcome": Record<string, never>;
        "scheme.OpenCertification.input": {
            project?: number;
            number?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            certified_on?: string;
            round?: number;
            programme_code?: string;
            credit_type?: string;
            lines?: components["schemas"]["scheme.OpenedLine.input"][];
        };
        "scheme.OpenComment.input": {
            proposal?: number;
            period?: string;
            draft?: string;
        };
        "scheme.OpenProject.input": {
            list?: string;
            number?: string;
            /** @enum {string} */
            type?: "normal" | "programme";
            title?: string;
            proponents?: number[];
            place?: string;
            region?: string;
            methodologies?: components["schemas"]["project.MethodologyUse.input"][];
            /**
             * Format: date
             * @example 2026-04-01
             */
            applied_on?: string;
            round?: number;
            /**
             * Format: date
             * @example 2026-04-01
             */
            period_start?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            period_end?: string;
            expected_t?: string;
            cancelled?: boolean;
        };
        "scheme.OpenedLine.input": {
            methodology?: string;
            vintage?: string;
            tonnes?: number | string;
        };
        "scheme.OrganisationRegistered": {
            organisation?: number;
        };
        "scheme.ProjectOpened": {
            project?: number;
        };
        "scheme.ProposeMethodology.input": {
            number?: string;
            title_ja?: string;
            title_en?: string;
            revision?: boolean;
            document?: string;
        };
        "scheme.RecordSuccession.input": {
            organisation?: number;
            successor?: number;
            /** @enum {string} */
            kind?: "merger" | "business_transfer" | "insolvency";
            /**
             * Format: date
             * @example 2026-04-01
             */
            on?: string;
            document?: string;
        };
        "scheme.RegisterKey.input": {
            organisation?: number;
            public_key?: string;
        };
        "scheme.RegisterOrganisation.input": {
            corporate_number?: string;
            name?: string;
            name_kana?: string;
            parent?: number;
            predecessor?: number;
        };
        "scheme.Rekey.input": {
            version?: number;
            keys?: components["schemas"]["scheme.RekeyedKey.input"][];
            last?: boolean;
        };
        "scheme.RekeyedKey.input": {
            old_key?: string;
            new_key?: string;
        };
        "scheme.RenameOrganisation.input": {
            organisation?: number;
            name?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            from?: string;
        };
        "scheme.ReviewMethodology.input": {
            proposal?: number;
            positive?: boolean;
            opinion?: string;
        };
        "scheme.Revoke.input": {
            person?: string;
            organisation?: number;
            /** @enum {string} */
            role?: "administrator" | "secretariat" | "committee" | "verifier" | "proponent" | "account_manager" | "approver" | "auditor" | "ministry" | "programme_operator" | "agent" | "supporter";
        };
        "scheme.RotateLogKey.input": {
            new_key?: string;
            signature_r?: string;
            signature_s?: string;
            size?: number | string;
        };
        "scheme.RulebookAdopted": {
            adoption: number;
        };
        "scheme.Statistics": {
            /**
             * Format: date
             * @example 2026-04-01
             */
            as_known: string;
            total: components["schemas"]["scheme.StatisticsLine"];
            withdrawn: number | string;
            never_certified: number | string;
            by_type: components["schemas"]["scheme.StatisticsLine"][];
            by_methodology: components["schemas"]["scheme.StatisticsLine"][];
            by_sector: components["schemas"]["scheme.StatisticsLine"][];
            by_prefecture: components["schemas"]["scheme.StatisticsLine"][];
            by_vintage: components["schemas"]["scheme.StatisticsLine"][];
            by_year: components["schemas"]["scheme.StatisticsLine"][];
            cumulative: components["schemas"]["scheme.StatisticsLine"][];
            uses: components["schemas"]["scheme.UseLine"][];
            units_t: number | string;
            held_t: number | string;
            used_t: number | string;
            target_t: number | string;
            target_year?: string;
            left_t: number | string;
            needed_t_per_year: string;
        };
        "scheme.StatisticsLine": {
            key: string;
            projects: number | string;
            certifications: number | string;
            certified_t: number | string;
        };
        "scheme.UseLine": {
            end_use: string;
            purpose: string;
            uses: number | string;
            tonnes: number | string;
        };
        "service.AccompaniedCase": {
            project: components["schemas"]["service.ProjectView"];
            stage: components["schemas"]["service.Bilingual"];
            waiting: components["schemas"]["service.Task"][];
        };
        "service.AccompaniedCompany": {
            organisation: components["schemas"]["service.OrganisationBrief"];
            delegation: number | string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            from: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            until: string;
            cases: components["schemas"]["service.AccompaniedCase"][];
        };
        "service.AccountBrief": {
            account?: number;
            holder: string;
            department: string;
        };
        "service.AccountDeskRow": {
            account: components["schemas"]["service.AccountView"];
            holder_name: string;
            name_kana: string;
            corporate_number: string;
            representative: string;
            address: string;
            contact: string;
            documents: string[];
            /**
             * Format: date
             * @example 2026-04-01
             */
            filed_on?: string;
            name_differs: boolean;
            number_differs: boolean;
        };
        "service.AccountRecord": {
            account: components["schemas"]["service.AccountView"];
            holder_kana: string;
            holder_corporate_number: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            decided?: string;
            ground: components["schemas"]["service.Bilingual"];
            documents_needed: boolean;
            documents?: components["schemas"]["service.FiledDocuments"];
            agents: components["schemas"]["service.AgentView"][];
            acts: string[];
            second_factor: string[];
            own: boolean;
            /**
             * Format: date
             * @example 2026-04-01
             */
            today: string;
            year?: string;
        };
        "service.AccountView": {
            account?: number;
            holder: components["schemas"]["service.OrganisationBrief"];
            /** @enum {string} */
            kind: "holding" | "buffer" | "retirement" | "cancellation" | "government" | "expiry";
            /** @enum {string} */
            status: "requested" | "open" | "refused" | "closed" | "suspended";
            department: string;
            second_person: boolean;
            second_person_above?: components["schemas"]["service.Amount"];
            balances: components["schemas"]["service.BalanceView"][];
            oldest: components["schemas"]["service.HoldingView"][];
        };
        "service.AccreditationView": {
            verifier: components["schemas"]["service.OrganisationBrief"];
            number: number;
            standard: string;
            scopes: string[];
            /**
             * Format: date
             * @example 2026-04-01
             */
            valid_from: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            valid_to: string;
            certificate?: string;
            valid: boolean;
        };
        "service.ActorBrief": {
            person?: string;
            login: string;
            name: string;
        };
        "service.AdoptionView": {
            adoption: number;
            family: string;
            edition: string;
            pack?: string;
            manifest?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            effective: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            adopted: string;
            authority: components["schemas"]["service.OrganisationBrief"];
        };
        "service.AgentView": {
            agent: components["schemas"]["service.OrganisationBrief"];
            transfers: boolean;
            retires: boolean;
            /**
             * Format: date
             * @example 2026-04-01
             */
            from: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            until: string;
            in_force: boolean;
        };
        "service.Amount": {
            value: string;
            unit: string;
        };
        "service.BackupLine": {
            name: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            made: string;
            entries: number | string;
            files: number | string;
            bytes: number | string;
            root?: string;
            whole: boolean;
        };
        "service.BalanceView": {
            /** @enum {string} */
            unit_kind: "tco2" | "kwh" | "gj" | "allowance";
            held: components["schemas"]["service.Amount"];
            escrowed: components["schemas"]["service.Amount"];
            used: components["schemas"]["service.Amount"];
        };
        "service.BatchDay": {
            batch?: number;
            project?: number;
            project_title: string;
            methodology: string;
            vintage?: string;
            /** @enum {string} */
            unit_kind: "tco2" | "kwh" | "gj" | "allowance";
            came_in: components["schemas"]["service.Amount"];
            held: components["schemas"]["service.Amount"];
            waiting: components["schemas"]["service.Amount"];
            buffer: components["schemas"]["service.Amount"];
            retired: components["schemas"]["service.Amount"];
            retired_for_state: components["schemas"]["service.Amount"];
            cancelled: components["schemas"]["service.Amount"];
            expired: components["schemas"]["service.Amount"];
            exported: components["schemas"]["service.Amount"];
            balanced: boolean;
        };
        "service.BatchPage": {
            batch: components["schemas"]["service.BatchView"];
            retirements: components["schemas"]["service.RetirementBrief"][];
        };
        "service.BatchView": {
            batch?: number;
            project?: number;
            project_title: string;
            certification?: number;
            serials: string;
            crediting_programme: string;
            credit_type: string;
            methodology: string;
            vintage?: string;
            place: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            issued_on: string;
            issued: components["schemas"]["service.Amount"];
            held: components["schemas"]["service.Amount"];
            waiting: components["schemas"]["service.Amount"];
            buffer: components["schemas"]["service.Amount"];
            used: components["schemas"]["service.Amount"];
            expired: components["schemas"]["service.Amount"];
            exported: components["schemas"]["service.Amount"];
        };
        "service.Bilingual": {
            ja: string;
            en: string;
        };
        "service.CalculationBeside": {
            activity: string;
            methodology: string;
            vintage: string;
            period: string;
            inputs: components["schemas"]["service.InputBeside"][];
            steps: components["schemas"]["service.StepBeside"][];
        };
        "service.CalculationView": {
            activity: string;
            methodology: string;
            vintage: string;
            period: string;
            inputs: components["schemas"]["service.TraceInput"][];
            steps: components["schemas"]["service.TraceStep"][];
        };
        "service.CaseFinding": {
            finding: number;
            report: number;
            change: number;
            /** @enum {string} */
            kind: "corrective" | "clarification" | "observation";
            /** @enum {string} */
            stage: "raised" | "answered" | "again" | "settled";
            kind_words: components["schemas"]["service.Bilingual"];
            stage_words: components["schemas"]["service.Bilingual"];
            answer_waits: boolean;
            verifier: components["schemas"]["service.OrganisationBrief"];
            remarks: components["schemas"]["service.RemarkView"][];
        };
        "service.CasePaper": {
            hash?: string;
            what: components["schemas"]["service.Bilingual"];
            /**
             * Format: date
             * @example 2026-04-01
             */
            on: string;
            report: number;
        };
        "service.CaseReport": {
            report: number;
            period: string;
            /** @enum {string} */
            stage: "submitted" | "verified" | "applied" | "certified" | "certification_refused" | "issued" | "not_verified";
            stage_words: components["schemas"]["service.Bilingual"];
            lines: components["schemas"]["project.ReductionLine"][];
            total: components["schemas"]["service.Amount"];
            /**
             * Format: date
             * @example 2026-04-01
             */
            submitted_on: string;
            certification?: number;
            ground: string;
        };
        "service.CaseReturn": {
            report: number;
            ground: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            deadline: string;
            /** @enum {string} */
            stage: "open" | "answered" | "lapsed" | "dropped";
            document?: string;
            answer?: string;
        };
        "service.CaseRow": {
            project: components["schemas"]["service.ProjectView"];
            stage_words: components["schemas"]["service.Bilingual"];
            waiting: components["schemas"]["service.Task"][];
        };
        "service.CaseStep": {
            /**
             * Format: date
             * @example 2026-04-01
             */
            on: string;
            what: string;
            text: components["schemas"]["service.Bilingual"];
            by: components["schemas"]["service.OrganisationBrief"];
            report: number;
            version: number;
        };
        "service.CaseView": {
            head: components["schemas"]["service.CaseRow"];
            version: number;
            proponent: boolean;
            answers: components["schemas"]["project.RuleAnswer"][];
            timeline: components["schemas"]["service.CaseStep"][];
            findings: components["schemas"]["service.CaseFinding"][];
            returns: components["schemas"]["service.CaseReturn"][];
            reports: components["schemas"]["service.CaseReport"][];
            papers: components["schemas"]["service.CasePaper"][];
            steps_done: string[];
            steps_ahead: string[];
            certification: components["schemas"]["service.CertificationCodes"];
            verifiers: components["schemas"]["service.OrganisationBrief"][];
        };
        "service.CertificatesView": {
            first: number | string;
            last: number | string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            issued_on: string;
            each: components["schemas"]["service.Amount"];
        };
        "service.CertificationBrief": {
            certification?: number;
            /**
             * Format: date
             * @example 2026-04-01
             */
            certified_on: string;
            round: number;
            certified: components["schemas"]["service.Amount"];
        };
        "service.CertificationCodes": {
            programme_codes: components["schemas"]["service.WordChoice"][];
            credit_types: components["schemas"]["service.WordChoice"][];
        };
        "service.CertificationView": {
            certification?: number;
            report: number;
            period?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            certified_on: string;
            round: number;
            verifier?: components["schemas"]["service.OrganisationBrief"];
            certified: components["schemas"]["service.Amount"];
            lines: components["schemas"]["service.CertifiedView"][];
        };
        "service.CertifiedView": {
            methodology: string;
            vintage?: string;
            certified: components["schemas"]["service.Amount"];
            baseline: string;
            project: string;
            reconstructed: boolean;
            approximate: boolean;
            low_confidence: boolean;
            declared: string[];
        };
        "service.ChangedFieldView": {
            name: string;
            before: string;
            after: string;
        };
        "service.ChangedSectionView": {
            name: string;
            added: number | string;
            removed: number | string;
            changed: number | string;
            things: components["schemas"]["service.ChangedThingView"][];
        };
        "service.ChangedThingView": {
            change: string;
            name: string;
            fields: components["schemas"]["service.ChangedFieldView"][];
        };
        "service.ChangesView": {
            before_version: number;
            version: number;
            plan: components["schemas"]["service.PlanDifference"][];
            before_report: number;
            report: number;
            before_period?: string;
            period?: string;
            before_total?: components["schemas"]["service.Amount"];
            total?: components["schemas"]["service.Amount"];
            total_change_percent: string;
            values: components["schemas"]["service.ValueChange"][];
        };
        "service.CheckResult": {
            full: boolean;
            entries: number | string;
            certifications: number | string;
            sealed: number | string;
            erased: number | string;
            snapshots: number | string;
            state_hash?: string;
            tree_head?: string;
            findings: string[];
        };
        "service.ChoiceOption": {
            value: string;
            title: components["schemas"]["service.Bilingual"];
        };
        "service.ChoiceView": {
            name: string;
            title: components["schemas"]["service.Bilingual"];
            options: components["schemas"]["service.ChoiceOption"][];
            table: string;
            default_value: string;
            same_as: string;
            when: string;
        };
        "service.CodeView": {
            entry?: number;
            retirement?: number;
            code: string;
            line: components["schemas"]["service.HistoryLine"];
        };
        "service.CompletenessItem": {
            key: string;
            text: components["schemas"]["service.Bilingual"];
            done: boolean;
            needed: boolean;
            detail: components["schemas"]["service.Bilingual"];
        };
        "service.CompletenessView": {
            head: components["schemas"]["service.CaseRow"];
            report: number;
            applied: boolean;
            /**
             * Format: date
             * @example 2026-04-01
             */
            applied_on?: string;
            items: components["schemas"]["service.CompletenessItem"][];
            complete: boolean;
            returns: components["schemas"]["service.CaseReturn"][];
            papers: components["schemas"]["service.CasePaper"][];
            grounds: components["schemas"]["service.GroundChoice"][];
        };
        "service.ConditionView": {
            id: string;
            text: components["schemas"]["service.Bilingual"];
            how: string;
            formula: string;
            nodes: components["schemas"]["service.FormulaNode"][];
            evidence: components["schemas"]["service.Bilingual"];
            official: boolean;
            when: string;
            sources: string[];
        };
        "service.DataValueView": {
            symbol: string;
            row: string;
            activity: string;
            period: string;
            value: string;
            unit: string;
            evidence: string;
            hash?: string;
            at_hand: boolean;
        };
        "service.DayView": {
            /**
             * Format: date
             * @example 2026-04-01
             */
            day: string;
            entry?: number;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            written: string;
            state_hash?: string;
            organisations: number | string;
            projects: number | string;
            registered: number | string;
            certifications: number | string;
            accounts: number | string;
            open_accounts: number | string;
            batches: number | string;
            balanced: boolean;
            findings: string[];
            tables: components["schemas"]["service.TableDay"][];
        };
        "service.DeskChoices": {
            grounds: components["schemas"]["service.GroundChoice"][];
            registry_grounds: components["schemas"]["service.GroundChoice"][];
            reasons: components["schemas"]["service.GroundChoice"][];
            next_steps: components["schemas"]["service.GroundChoice"][];
            support_kinds: components["schemas"]["service.SupportKindChoice"][];
            scopes: string[];
            verifiers: components["schemas"]["service.OrganisationBrief"][];
            next_round: number;
            open_rounds: components["schemas"]["service.RoundHead"][];
        };
        "service.DividedPart": {
            first: number | string;
            last: number | string;
            title: string;
            count: number | string;
            each: components["schemas"]["service.Amount"];
            /**
             * Format: date
             * @example 2026-04-01
             */
            issued_on: string;
        };
        "service.DocketItemView": {
            item: number;
            document_number: string;
            /** @enum {string} */
            kind: "registration" | "certification" | "change" | "extension" | "appeal" | "methodology";
            kind_words: components["schemas"]["service.Bilingual"];
            command: string;
            project?: number;
            report: number;
            change: number;
            proposal: number;
            title: string;
            proponents: components["schemas"]["service.OrganisationBrief"][];
            verifier?: components["schemas"]["service.OrganisationBrief"];
            methodologies: string[];
            period?: string;
            amount?: components["schemas"]["service.Amount"];
            lines: components["schemas"]["project.ReductionLine"][];
            answers: components["schemas"]["project.RuleAnswer"][];
            findings: number;
            findings_open: number;
            papers: components["schemas"]["service.CasePaper"][];
            recused: components["schemas"]["service.MemberOfRound"][];
            remaining: number;
            quorum_holds: boolean;
            decided: boolean;
            approved: boolean;
            /**
             * Format: date
             * @example 2026-04-01
             */
            decided_on?: string;
            ground: string;
            ground_words: components["schemas"]["service.Bilingual"];
            official_number: number | string;
            certification?: number;
            carried: boolean;
            may_decide: boolean;
            why_not?: components["schemas"]["service.FieldFinding"];
        };
        "service.DocumentView": {
            kind: string;
            of: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            date: string;
            hash?: string;
        };
        "service.DraftCheck": {
            findings: components["schemas"]["service.FieldFinding"][];
            complete: boolean;
            rules: components["schemas"]["project.RuleFinding"][];
            answers: components["schemas"]["project.RuleAnswer"][];
            crediting_period?: string;
            years: components["schemas"]["service.YearView"][];
        };
        "service.DraftVersionView": {
            version: number;
            editor: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            saved: string;
            restored: number;
        };
        "service.DraftView": {
            draft?: number;
            title: string;
            methodology: string;
            project?: number;
            handed_in: number;
            version: number;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            made: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            changed: string;
            plan?: unknown;
        };
        "service.DueLine": {
            what: string;
            words: components["schemas"]["service.Bilingual"];
            project?: number;
            title: string;
            number: number | string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            from?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            by?: string;
            late: boolean;
            tonnes: number | string;
        };
        "service.EligibleLine": {
            line: components["schemas"]["service.HoldingLine"];
            /** @enum {string} */
            eligible: "yes" | "conditional" | "not_known" | "no" | "not_free";
            words: components["schemas"]["service.Bilingual"];
            rules: components["schemas"]["service.RuleView"][];
            why_not?: components["schemas"]["service.WhyNot"];
        };
        "service.EligibleUnits": {
            lines: components["schemas"]["service.EligibleLine"][];
            lines_in_all: number;
            may: components["schemas"]["service.Amount"];
            conditional: components["schemas"]["service.Amount"];
            may_not: components["schemas"]["service.Amount"];
            waiting: components["schemas"]["service.Amount"];
            draft?: components["schemas"]["service.WhyNot"];
        };
        "service.EntryEvent": {
            entry?: number;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            time: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            business_date: string;
            type: string;
            organisation?: number;
            organisation_name?: string;
            project?: number;
            group: number;
            command: unknown;
            outcome: unknown;
        };
        "service.EntryView": {
            line: components["schemas"]["service.JournalLine"];
            type: number;
            version: number;
            public_fields: unknown;
            party_fields: unknown;
            rules?: components["schemas"]["service.AdoptionView"];
            last?: number;
        };
        "service.EvidenceItem": {
            hash?: string;
            cited_by: string[];
            at_hand: boolean;
            bytes: number | string;
        };
        "service.ExpectedYear": {
            fiscal_year?: string;
            expected: components["schemas"]["service.Amount"];
            certified?: components["schemas"]["service.Amount"];
        };
        "service.FieldFinding": {
            path: string;
            /** @enum {string} */
            weight: "refuses" | "remark";
            code: string;
            title: components["schemas"]["service.Bilingual"];
            text: components["schemas"]["service.Bilingual"];
            remedy: components["schemas"]["service.Bilingual"];
            source: string;
            line: number;
        };
        "service.FigureBeside": {
            methodology: string;
            vintage?: string;
            baseline: components["schemas"]["service.Amount"];
            project: components["schemas"]["service.Amount"];
            reduction: components["schemas"]["service.Amount"];
            own_baseline: components["schemas"]["service.Amount"];
            own_project: components["schemas"]["service.Amount"];
            own_reduction: components["schemas"]["service.Amount"];
            same: boolean;
        };
        "service.FiledDocuments": {
            holder_name: string;
            name_kana: string;
            corporate_number: string;
            documents: string[];
            /**
             * Format: date
             * @example 2026-04-01
             */
            filed: string;
        };
        "service.FollowUpLine": {
            project?: number;
            official_number: number | string;
            title: string;
            proponents: components["schemas"]["service.OrganisationBrief"][];
            /**
             * Format: date
             * @example 2026-04-01
             */
            registered_on: string;
            days: number | string;
            follow_ups: number;
            reason?: components["schemas"]["service.Bilingual"];
            next_step?: components["schemas"]["service.Bilingual"];
            /**
             * Format: date
             * @example 2026-04-01
             */
            next_on?: string;
            overdue: boolean;
        };
        "service.FormField": {
            key: string;
            path: string;
            /** @enum {string} */
            kind: "text" | "long_text" | "flag" | "count" | "choice" | "group" | "list";
            heading: components["schemas"]["service.Bilingual"];
            title: components["schemas"]["service.Bilingual"];
            inferred: boolean;
            options: components["schemas"]["service.WordChoice"][];
            parts: components["schemas"]["service.FormField"][];
        };
        "service.FormSection": {
            number: string;
            title: components["schemas"]["service.Bilingual"];
            parts: components["schemas"]["service.FormField"][];
        };
        "service.FormulaNode": {
            kind: string;
            text: string;
            index: string;
            exponent: number;
            operators: string[];
            items: number[];
        };
        "service.FormulaView": {
            symbol: string;
            unit: string;
            rows: string;
            text: string;
            nodes: components["schemas"]["service.FormulaNode"][];
            title: components["schemas"]["service.Bilingual"];
            official: boolean;
            when: string;
            sources: string[];
        };
        "service.GivenAnswer.input": {
            id?: string;
            value?: string;
        };
        "service.GroundChoice": {
            value: string;
            title: components["schemas"]["service.Bilingual"];
        };
        "service.HandedIn": {
            project?: number;
            version: number;
            entry?: number;
            repeated: boolean;
        };
        "service.HeldBlock": {
            account?: number;
            /** @enum {string} */
            kind: "holding" | "buffer" | "retirement" | "cancellation" | "government" | "expiry";
            holder: string;
            status: string;
            amount: number | string;
            batch?: number;
            first: number | string;
            last: number | string;
            serial: string;
            methodology: string;
            vintage?: string;
        };
        "service.HelpLine": {
            project?: number;
            title: string;
            /** @enum {string} */
            kind: "plan_writing" | "validation_cost" | "verification_cost";
            kind_words: components["schemas"]["service.Bilingual"];
            /** @enum {string} */
            body: "small_company" | "local_government" | "public_interest" | "other";
            body_words: components["schemas"]["service.Bilingual"];
            tonnes_per_year: number | string;
            operators: components["schemas"]["service.OrganisationBrief"][];
            methodologies: string[];
            /**
             * Format: date
             * @example 2026-04-01
             */
            applied_on: string;
            decided: boolean;
            approved: boolean;
            ground: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            decided_on?: string;
        };
        "service.HistoryLine": {
            entry?: number;
            /**
             * Format: date
             * @example 2026-04-01
             */
            date: string;
            command: string;
            organisation?: components["schemas"]["service.OrganisationBrief"];
        };
        "service.HoldingLine": {
            id: string;
            batch?: number;
            project?: number;
            project_title: string;
            methodology: string;
            vintage?: string;
            crediting_programme: string;
            credit_type: string;
            first_serial: number | string;
            last_serial: number | string;
            units: components["schemas"]["service.Amount"];
            range: components["schemas"]["registry.SerialRange"];
            serials: string;
            programme_code: string;
            place: string;
            /** @enum {string} */
            unit_kind: "tco2" | "kwh" | "gj" | "allowance";
            certification?: number;
            /**
             * Format: date
             * @example 2026-04-01
             */
            issued_on: string;
            /** @enum {string} */
            state: "free" | "waits_retirement" | "waits_offer";
            retirement?: number;
            offer?: number;
            marks: components["schemas"]["service.UnitMark"][];
            import?: components["schemas"]["service.ImportView"];
        };
        "service.HoldingSum": {
            key: string;
            words: components["schemas"]["service.Bilingual"];
            /** @enum {string} */
            unit_kind: "tco2" | "kwh" | "gj" | "allowance";
            free: components["schemas"]["service.Amount"];
            waiting: components["schemas"]["service.Amount"];
            blocked: components["schemas"]["service.Amount"];
            lines: number;
        };
        "service.HoldingView": {
            batch?: number;
            project?: number;
            project_title: string;
            methodology: string;
            vintage?: string;
            crediting_programme: string;
            credit_type: string;
            first_serial: number | string;
            last_serial: number | string;
            units: components["schemas"]["service.Amount"];
        };
        "service.ImportView": {
            serial: string;
            programme: string;
            document?: string;
        };
        "service.InboxEvent": {
            tasks: number | string;
            overdue: number | string;
        };
        "service.InputBeside": {
            input: components["schemas"]["service.TraceInput"];
            own: string;
            same: boolean;
        };
        "service.InterestView": {
            free_of_conflict: boolean;
            /**
             * Format: date
             * @example 2026-04-01
             */
            declared_on: string;
            declaration?: string;
        };
        "service.IssueAccount": {
            account?: number;
            holder: components["schemas"]["service.OrganisationBrief"];
            department: string;
            proponent: boolean;
        };
        "service.IssueLineView": {
            line: number;
            methodology: string;
            vintage?: string;
            certified: components["schemas"]["service.Amount"];
            issued: boolean;
        };
        "service.IssueView": {
            certification?: number;
            project?: number;
            official_number: number | string;
            title: string;
            report: number;
            round: number;
            /**
             * Format: date
             * @example 2026-04-01
             */
            certified_on: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            due?: string;
            overdue: boolean;
            programme_code: string;
            credit_type: string;
            lines: components["schemas"]["service.IssueLineView"][];
            accounts: components["schemas"]["service.IssueAccount"][];
            buffer_account?: number;
            buffer: components["schemas"]["service.Amount"];
            obstacle?: components["schemas"]["service.FieldFinding"];
        };
        "service.JournalLine": {
            entry?: number;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            time: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            date: string;
            command: string;
            actor?: components["schemas"]["service.ActorBrief"];
            organisation?: components["schemas"]["service.OrganisationBrief"];
            delegation: number | string;
            group_index: number;
            group_count: number;
            adoption: number;
            projects: number[];
            accounts: number[];
        };
        "service.JournalRecord": {
            entry?: number;
            command: string;
            type: number;
            version: number;
            time: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            business_date: string;
            actor?: string;
            on_behalf_of?: number;
            adoption?: number;
            group?: string;
            asked: unknown;
            outcome: unknown;
        };
        "service.KeyWords": {
            key: string;
            words: components["schemas"]["service.Bilingual"];
        };
        "service.LineView": {
            methodology: string;
            vintage?: string;
            baseline: components["schemas"]["service.Amount"];
            project: components["schemas"]["service.Amount"];
            reduction: components["schemas"]["service.Amount"];
            rounding: components["schemas"]["service.Bilingual"];
            flags: components["schemas"]["service.Bilingual"][];
        };
        "service.ListReport": {
            rows: number | string;
            taken: number | string;
            repeated: boolean;
            matches: number | string;
            report: components["schemas"]["service.ListRow"][];
            findings: components["schemas"]["service.FieldFinding"][];
        };
        "service.ListRow": {
            line: number;
            own: string;
            good: boolean;
            findings: components["schemas"]["service.FieldFinding"][];
        };
        "service.LogKeyLine": {
            number: number;
            public_key?: string;
            fingerprint?: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            since?: string;
            entries: number | string;
            present: boolean;
        };
        "service.MailsView": {
            enabled: boolean;
            sent: number | string;
            deferred: number | string;
            given_up: number | string;
            waiting: components["schemas"]["service.WaitingMail"][];
        };
        "service.MayView": {
            allowed: boolean;
            why_not?: components["schemas"]["service.WhyNot"];
        };
        "service.MemberChange.input": {
            /** @enum {string} */
            kind?: "leave" | "move_house" | "owner_change" | "inheritance" | "equipment" | "programme_transfer" | "consent_ended" | "correction";
            /**
             * Format: date
             * @example 2026-04-01
             */
            on?: string;
            to_project?: number;
            name?: string;
            address?: string;
            corporate_number?: string;
            equipment?: string[];
            meters?: string[];
            evidence?: string;
        };
        "service.MemberMatchView": {
            match: number | string;
            /** @enum {string} */
            kind: "corporate_number" | "address" | "equipment" | "meter";
            kind_words: components["schemas"]["service.Bilingual"];
            open: boolean;
            /** @enum {string} */
            decision?: "distinct" | "duplicate";
            ground: string;
            member: components["schemas"]["service.MemberView"];
            other_project?: number;
            other_is_own: boolean;
            other?: components["schemas"]["service.MemberView"];
            other_member: number | string;
        };
        "service.MemberOfRound": {
            person: string;
            name: string;
            ground: string;
            ground_words: components["schemas"]["service.Bilingual"];
        };
        "service.MemberView": {
            member: number | string;
            own: string;
            name: string;
            address: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            applied_on: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            start: string;
            period: string;
            list: string;
            /** @enum {string} */
            status: "active" | "left" | "excluded";
            /**
             * Format: date
             * @example 2026-04-01
             */
            ended_on?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            admitted_on: string;
            erased: boolean;
        };
        "service.MethodologyBrief": {
            number: string;
            version: string;
            title: components["schemas"]["service.Bilingual"];
        };
        "service.MethodologyExceptions": {
            two_year_rule_exempt: boolean;
            has_certification_period: boolean;
            permanence_required: boolean;
            additionality_test_required: boolean;
            registration_criterion_known: string;
            registration_criterion: components["schemas"]["service.Bilingual"];
        };
        "service.MethodologyLine": {
            number: string;
            title: components["schemas"]["service.Bilingual"];
            sector: components["schemas"]["service.Bilingual"];
            status: string;
            edition: string;
            reconstructed: boolean;
        };
        "service.MethodologyView": {
            line: components["schemas"]["service.MethodologyLine"];
            /**
             * Format: date
             * @example 2026-04-01
             */
            valid_from?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            valid_to?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            published?: string;
            removal: boolean;
            nature: boolean;
            note: components["schemas"]["service.Bilingual"];
            baseline: components["schemas"]["service.Bilingual"];
            rounding: components["schemas"]["service.Bilingual"];
            choices: components["schemas"]["service.ChoiceView"][];
            parameters: components["schemas"]["service.ParameterView"][];
            formulas: components["schemas"]["service.FormulaView"][];
            conditions: components["schemas"]["service.ConditionView"][];
            new_installation_cases: components["schemas"]["service.ConditionView"][];
            incidental: components["schemas"]["service.FormulaView"][];
            exceptions?: components["schemas"]["service.MethodologyExceptions"];
            sources: components["schemas"]["rulebook.SourceLine"][];
            pack_hash?: string;
            explained: components["schemas"]["service.Bilingual"];
        };
        "service.MonitoringView": {
            project?: number;
            programme: boolean;
            crediting_period?: string;
            spans: components["schemas"]["service.SpanView"][];
            next?: string;
            series: components["schemas"]["service.SeriesView"][];
            reports: components["schemas"]["service.CaseReport"][];
        };
        "service.MovementView": {
            entry?: number;
            /**
             * Format: date
             * @example 2026-04-01
             */
            date: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            time: string;
            /** @enum {string} */
            move: "issued" | "imported" | "opened" | "transfer_in" | "transfer_out" | "retired" | "returned_in" | "returned_out" | "corrected_in" | "corrected_out" | "succeeded_in" | "succeeded_out" | "expired" | "released" | "released_out";
            words: components["schemas"]["service.Bilingual"];
            in: boolean;
            crediting_programme: string;
            credit_type: string;
            /** @enum {string} */
            unit_kind: "tco2" | "kwh" | "gj" | "allowance";
            units: components["schemas"]["service.Amount"];
            other?: number;
            other_holder: string;
            price?: components["schemas"]["service.Amount"];
            /**
             * Format: date
             * @example 2026-04-01
             */
            agreed_on?: string;
            cost: components["schemas"]["service.Amount"];
            balance: components["schemas"]["service.Amount"];
        };
        "service.OfferView": {
            offer?: number;
            from: components["schemas"]["service.AccountBrief"];
            to: components["schemas"]["service.AccountBrief"];
            incoming: boolean;
            units: components["schemas"]["service.Amount"];
            lines: components["schemas"]["service.HoldingLine"][];
            price_per_unit?: components["schemas"]["service.Amount"];
            price?: components["schemas"]["service.Amount"];
            /**
             * Format: date
             * @example 2026-04-01
             */
            agreed_on?: string;
            /** @enum {string} */
            status: "waits_for_second" | "offered" | "moved" | "withdrawn" | "declined" | "lapsed";
            /** @enum {string} */
            waits_for: "nobody" | "second_person" | "transferee";
            /**
             * Format: date
             * @example 2026-04-01
             */
            offered_on: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            expires_on: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            decided?: string;
            offered_by: string;
            note: string;
            confirm: components["schemas"]["service.MayView"];
            accept: components["schemas"]["service.MayView"];
            end: components["schemas"]["service.MayView"];
        };
        "service.OrganisationBrief": {
            number?: number;
            name: string;
        };
        "service.OrganisationView": {
            organisation?: number;
            name: string;
            corporate_number: string;
            same_corporate_number: number[];
        };
        "service.OwnRetirement": {
            retirement?: number;
            account: components["schemas"]["service.AccountBrief"];
            /** @enum {string} */
            end_use: "retirement" | "state_target" | "cancellation";
            /** @enum {string} */
            status: "requested" | "confirmed" | "withdrawn" | "lapsed";
            units: components["schemas"]["service.Amount"];
            lines: components["schemas"]["service.HoldingLine"][];
            uses: components["schemas"]["service.OwnUse"][];
            user: components["schemas"]["service.OrganisationBrief"];
            by_proxy: boolean;
            /** @enum {string} */
            offset: "none" | "product" | "service" | "event" | "organisation";
            offset_object: string;
            place: string;
            note: string;
            requested_by: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            requested_at: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            lapses_at: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            decided?: string;
            needs_second: boolean;
            complete: components["schemas"]["service.MayView"];
            withdraw: components["schemas"]["service.MayView"];
            divide: components["schemas"]["service.MayView"];
            command: string;
            divided: components["schemas"]["service.Amount"];
            left: components["schemas"]["service.Amount"];
            certificates: components["schemas"]["service.DividedPart"][];
        };
        "service.OwnUse": {
            purpose: string;
            title: components["schemas"]["service.Bilingual"];
            fiscal_year?: string;
            report: string;
        };
        "service.PackChange": {
            pack: components["schemas"]["service.PackOffer"];
            sections: components["schemas"]["service.ChangedSectionView"][];
            projects: components["schemas"]["service.TouchedProject"][];
            obstacle: components["schemas"]["service.Bilingual"];
        };
        "service.PackOffer": {
            family: string;
            edition: string;
            title: components["schemas"]["service.Bilingual"];
            authority: string;
            hash?: string;
            methodology: boolean;
            uploaded: boolean;
            edition_in_force: string;
            hash_in_force?: string;
            in_force: boolean;
        };
        "service.Page-http.EventView": {
            items: components["schemas"]["http.EventView"][];
            next?: string;
            total: number;
        };
        "service.Page-http.InvitationView": {
            items: components["schemas"]["http.InvitationView"][];
            next?: string;
            total: number;
        };
        "service.Page-http.JobView": {
            items: components["schemas"]["http.JobView"][];
            next?: string;
            total: number;
        };
        "service.Page-http.OwnSession": {
            items: components["schemas"]["http.OwnSession"][];
            next?: string;
            total: number;
        };
        "service.Page-http.PersonView": {
            items: components["schemas"]["http.PersonView"][];
            next?: string;
            total: number;
        };
        "service.Page-http.RefusalView": {
            items: components["schemas"]["http.RefusalView"][];
            next?: string;
            total: number;
        };
        "service.Page-http.RequestView": {
            items: components["schemas"]["http.RequestView"][];
            next?: string;
            total: number;
        };
        "service.Page-http.RetirementLine": {
            items: components["schemas"]["http.RetirementLine"][];
            next?: string;
            total: number;
        };
        "service.Page-http.TokenView": {
            items: components["schemas"]["http.TokenView"][];
            next?: string;
            total: number;
        };
        "service.Page-service.AccompaniedCompany": {
            items: components["schemas"]["service.AccompaniedCompany"][];
            next?: string;
            total: number;
        };
        "service.Page-service.AccountDeskRow": {
            items: components["schemas"]["service.AccountDeskRow"][];
            next?: string;
            total: number;
        };
        "service.Page-service.AccountView": {
            items: components["schemas"]["service.AccountView"][];
            next?: string;
            total: number;
        };
        "service.Page-service.AccreditationView": {
            items: components["schemas"]["service.AccreditationView"][];
            next?: string;
            total: number;
        };
        "service.Page-service.AdoptionView": {
            items: components["schemas"]["service.AdoptionView"][];
            next?: string;
            total: number;
        };
        "service.Page-service.BatchDay": {
            items: components["schemas"]["service.BatchDay"][];
            next?: string;
            total: number;
        };
        "service.Page-service.CaseRow": {
            items: components["schemas"]["service.CaseRow"][];
            next?: string;
            total: number;
        };
        "service.Page-service.DraftView": {
            items: components["schemas"]["service.DraftView"][];
            next?: string;
            total: number;
        };
        "service.Page-service.DueLine": {
            items: components["schemas"]["service.DueLine"][];
            next?: string;
            total: number;
        };
        "service.Page-service.FollowUpLine": {
            items: components["schemas"]["service.FollowUpLine"][];
            next?: string;
            total: number;
        };
        "service.Page-service.HeldBlock": {
            items: components["schemas"]["service.HeldBlock"][];
            next?: string;
            total: number;
        };
        "service.Page-service.HelpLine": {
            items: components["schemas"]["service.HelpLine"][];
            next?: string;
            total: number;
        };
        "service.Page-service.HoldingLine": {
            items: components["schemas"]["service.HoldingLine"][];
            next?: string;
            total: number;
        };
        "service.Page-service.IssueView": {
            items: components["schemas"]["service.IssueView"][];
            next?: string;
            total: number;
        };
        "service.Page-service.JournalLine": {
            items: components["schemas"]["service.JournalLine"][];
            next?: string;
            total: number;
        };
        "service.Page-service.MemberView": {
            items: components["schemas"]["service.MemberView"][];
            next?: string;
            total: number;
        };
        "service.Page-service.MovementView": {
            items: components["schemas"]["service.MovementView"][];
            next?: string;
            total: number;
        };
        "service.Page-service.OfferView": {
            items: components["schemas"]["service.OfferView"][];
            next?: string;
            total: number;
        };
        "service.Page-service.OrganisationView": {
            items: components["schemas"]["service.OrganisationView"][];
            next?: string;
            total: number;
        };
        "service.Page-service.OwnRetirement": {
            items: components["schemas"]["service.OwnRetirement"][];
            next?: string;
            total: number;
        };
        "service.Page-service.PackOffer": {
            items: components["schemas"]["service.PackOffer"][];
            next?: string;
            total: number;
        };
        "service.Page-service.ProjectView": {
            items: components["schemas"]["service.ProjectView"][];
            next?: string;
            total: number;
        };
        "service.Page-service.PublicHit": {
            items: components["schemas"]["service.PublicHit"][];
            next?: string;
            total: number;
        };
        "service.Page-service.ReturnView": {
            items: components["schemas"]["service.ReturnView"][];
            next?: string;
            total: number;
        };
        "service.Page-service.ReviewRow": {
            items: components["schemas"]["service.ReviewRow"][];
            next?: string;
            total: number;
        };
        "service.Page-service.Task": {
            items: components["schemas"]["service.Task"][];
            next?: string;
            total: number;
        };
        "service.ParameterView": {
            symbol: string;
            definition: components["schemas"]["service.Bilingual"];
            unit: string;
            table: string;
            kind: string;
            given: string;
            rows: string;
            classes: string[];
            frequency: components["schemas"]["service.Bilingual"];
            method: components["schemas"]["service.Bilingual"];
            default_lookup: string;
            minimum: string;
            maximum: string;
            when: string;
            needs_value_year: boolean;
        };
        "service.PlanChange.input": {
            /** @enum {string} */
            kind?: "equipment" | "member_terms" | "boundary" | "proponent" | "merger" | "methodology_version" | "extension" | "other";
            document?: string;
        };
        "service.PlanDifference": {
            path: string;
            title: components["schemas"]["service.Bilingual"];
            before: string;
            after: string;
        };
        "service.PlanFormView": {
            sections: components["schemas"]["service.FormSection"][];
        };
        "service.PriceView": {
            yen_per_t: components["schemas"]["service.Amount"];
            yen_per_year: components["schemas"]["service.Amount"];
            category: string;
            basis: components["schemas"]["service.Bilingual"];
        };
        "service.ProjectPage": {
            project: components["schemas"]["service.ProjectView"];
            methodologies: components["schemas"]["service.MethodologyBrief"][];
            years: components["schemas"]["service.ExpectedYear"][];
            certifications: components["schemas"]["service.CertificationView"][];
            batches: components["schemas"]["service.BatchView"][];
            retirements: components["schemas"]["service.RetirementBrief"][];
            documents: components["schemas"]["service.DocumentView"][];
            history: components["schemas"]["service.HistoryLine"][];
        };
        "service.ProjectView": {
            project?: number;
            official_number: number | string;
            /** @enum {string} */
            type: "normal" | "programme";
            /** @enum {string} */
            stage: "drafted" | "in_validation" | "validated" | "applied" | "registered" | "registration_refused" | "not_validated" | "withdrawn";
            title: string;
            place: string;
            proponents: components["schemas"]["service.OrganisationBrief"][];
            methodologies: string[];
            crediting_period?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            registered_on?: string;
            expected: components["schemas"]["service.Amount"];
            certified: components["schemas"]["service.Amount"];
            certifications: components["schemas"]["service.CertificationBrief"][];
        };
        "service.PublicHit": {
            kind: string;
            number: number | string;
            title: string;
            detail: string;
            date: string;
            units: number | string;
        };
        "service.PurposeView": {
            purpose: string;
            title: components["schemas"]["service.Bilingual"];
            end_uses: ("retirement" | "state_target" | "cancellation")[];
            fiscal_year_needed: boolean;
            years_bound: boolean;
            years: string[];
            scope: string;
            place_rule: boolean;
            object_needed: boolean;
            needs: string[];
            judged: boolean;
            sources: components["schemas"]["service.SourceView"][];
        };
        "service.Question": {
            id: string;
            /** @enum {string} */
            group: "place" | "dates" | "methodology" | "conditions" | "amounts" | "cost" | "others";
            /** @enum {string} */
            kind: "yes_no" | "day" | "partial_day" | "choice" | "quantity" | "money" | "text";
            text: components["schemas"]["service.Bilingual"];
            help: components["schemas"]["service.Bilingual"];
            unit: string;
            rule: string;
            options: components["schemas"]["service.WordChoice"][];
            answer: string;
            answered: boolean;
            problem?: components["schemas"]["service.Bilingual"];
        };
        "service.RemarkView": {
            /**
             * Format: date
             * @example 2026-04-01
             */
            on: string;
            by: components["schemas"]["service.OrganisationBrief"];
            text: string;
            document?: string;
            settled: boolean;
        };
        "service.ReplayView": {
            same: boolean;
            differences: components["schemas"]["service.FieldFinding"][];
            reported?: string;
            own?: string;
            figures: components["schemas"]["service.FigureBeside"][];
            calculations: components["schemas"]["service.CalculationBeside"][];
        };
        "service.ReportCheck": {
            period: string;
            findings: components["schemas"]["service.FieldFinding"][];
            complete: boolean;
            lines: components["schemas"]["service.LineView"][];
            total: components["schemas"]["service.Amount"];
            data_set?: string;
            trace?: string;
            evidence_missing: string[];
            calculations: components["schemas"]["service.CalculationView"][];
        };
        "service.ReportHandedIn": {
            report: number;
            entry?: number;
            repeated: boolean;
            total: components["schemas"]["service.Amount"];
        };
        "service.ReportView": {
            report: components["schemas"]["service.CaseReport"];
            lines: components["schemas"]["service.LineView"][];
            calculations: components["schemas"]["service.CalculationView"][];
        };
        "service.RetireDraft.input": {
            /** @enum {string} */
            end_use?: "retirement" | "state_target" | "cancellation";
            selection?: components["schemas"]["registry.Selection.input"];
            user?: number;
            uses?: components["schemas"]["registry.Use.input"][];
            consent?: string;
            /** @enum {string} */
            offset?: "none" | "product" | "service" | "event" | "organisation";
            offset_object?: string;
            place?: string;
            note?: string;
        };
        "service.RetirePreview": {
            /** @enum {string} */
            end_use: "retirement" | "state_target" | "cancellation";
            units: components["schemas"]["service.Amount"];
            lines: components["schemas"]["service.EligibleLine"][];
            user: components["schemas"]["service.OrganisationBrief"];
            user_corporate_number: string;
            by_proxy: boolean;
            needs_second: boolean;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            lapses_at: string;
            second_factor: boolean;
        };
        "service.RetirementBrief": {
            retirement?: number;
            /** @enum {string} */
            end_use: "retirement" | "state_target" | "cancellation";
            user: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            completed_on: string;
            used: components["schemas"]["service.Amount"];
        };
        "service.RetirementPage": {
            retirement?: number;
            /** @enum {string} */
            end_use: "retirement" | "state_target" | "cancellation";
            /**
             * Format: date
             * @example 2026-04-01
             */
            completed_on: string;
            user: string;
            user_corporate_number: string;
            /** @enum {string} */
            offset: "none" | "product" | "service" | "event" | "organisation";
            used: components["schemas"]["service.Amount"];
            uses: components["schemas"]["service.UseView"][];
            units: components["schemas"]["service.UsedUnits"][];
            certificates: components["schemas"]["service.CertificatesView"][];
            divided: components["schemas"]["service.Amount"];
            entry?: number;
            code: string;
            path: string;
            history: components["schemas"]["service.HistoryLine"][];
        };
        "service.ReturnAsked.input": {
            project?: number;
            report?: number;
            ground?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            deadline?: string;
            text?: string;
        };
        "service.ReturnView": {
            number?: number;
            from: components["schemas"]["service.AccountBrief"];
            to: components["schemas"]["service.AccountBrief"];
            incoming: boolean;
            entry?: number;
            units: components["schemas"]["service.Amount"];
            lines: components["schemas"]["service.HoldingLine"][];
            /** @enum {string} */
            status: "asked" | "returned" | "refused";
            /**
             * Format: date
             * @example 2026-04-01
             */
            asked: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            decided?: string;
            note: string;
            decide: components["schemas"]["service.MayView"];
        };
        "service.ReviewRow": {
            key: string;
            project?: number;
            report: number;
            change: number;
            kind_words: components["schemas"]["service.Bilingual"];
            title: string;
            proponents: components["schemas"]["service.OrganisationBrief"][];
            period?: string;
            open: boolean;
            declared: boolean;
            /**
             * Format: date
             * @example 2026-04-01
             */
            since: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            due?: string;
            overdue: boolean;
            findings: number;
            state_words: components["schemas"]["service.Bilingual"];
        };
        "service.ReviewView": {
            review: components["schemas"]["service.ReviewRow"];
            readable: boolean;
            declaration_needed: boolean;
            positive_allowed: boolean;
            head: components["schemas"]["service.CaseRow"];
            interest?: components["schemas"]["service.InterestView"];
            accreditations: components["schemas"]["service.AccreditationView"][];
            plan?: string;
            data_set?: string;
            trace?: string;
            version: number;
            obstacles: components["schemas"]["service.FieldFinding"][];
            rules: components["schemas"]["project.RuleFinding"][];
            findings: components["schemas"]["service.CaseFinding"][];
            visits: components["schemas"]["service.VisitView"][];
            samples: components["schemas"]["service.SampleView"][];
            papers: components["schemas"]["service.CasePaper"][];
            evidence: components["schemas"]["service.EvidenceItem"][];
            values: components["schemas"]["service.DataValueView"][];
            report?: components["schemas"]["service.CaseReport"];
        };
        "service.RoundHead": {
            round: number;
            /**
             * Format: date
             * @example 2026-04-01
             */
            held_on: string;
            quorum: number;
            open: boolean;
            /**
             * Format: date
             * @example 2026-04-01
             */
            closed_on?: string;
            minutes?: string;
            items: number;
            undecided: number;
        };
        "service.RoundView": {
            head: components["schemas"]["service.RoundHead"];
            members: components["schemas"]["service.MemberOfRound"][];
            docket: components["schemas"]["service.DocketItemView"][];
            waiting: components["schemas"]["service.WaitingMatter"][];
            grounds: components["schemas"]["service.GroundChoice"][];
            committee: boolean;
            secretariat: boolean;
            me: string;
        };
        "service.RoundsView": {
            items: components["schemas"]["service.RoundHead"][];
            next_round: number;
            committee: components["schemas"]["service.MemberOfRound"][];
            waiting: components["schemas"]["service.WaitingMatter"][];
        };
        "service.RuleView": {
            purpose: string;
            scheme: components["schemas"]["service.Bilingual"];
            credit: components["schemas"]["service.Bilingual"];
            condition: components["schemas"]["service.Bilingual"];
            limit: components["schemas"]["service.Bilingual"];
            reason: components["schemas"]["service.Bilingual"];
            verdict: string;
            verdict_words: components["schemas"]["service.Bilingual"];
            confidence: string;
            sources: components["schemas"]["service.SourceView"][];
        };
        "service.RulebookView": {
            rules: components["schemas"]["rulebook.RulesList"];
            methodologies: components["schemas"]["service.MethodologyLine"][];
        };
        "service.SampleView": {
            list: number;
            period: string;
            /** @enum {string} */
            purpose: "monitoring" | "verification";
            by: components["schemas"]["service.OrganisationBrief"];
            /**
             * Format: date
             * @example 2026-04-01
             */
            fixed_on: string;
            population: number | string;
            seed_commitment?: string;
            drawn: boolean;
            seed?: string;
            strata: components["schemas"]["project.Stratum"][];
            sample: (number | string)[];
            seed_fits: boolean;
            drawn_again: boolean;
            own: boolean;
        };
        "service.SchemeLine": {
            key: string;
            title: components["schemas"]["service.Bilingual"];
            projects?: number | string;
            certifications?: number | string;
            certified?: components["schemas"]["service.Amount"];
            issued?: components["schemas"]["service.Amount"];
            held?: components["schemas"]["service.Amount"];
            used?: components["schemas"]["service.Amount"];
        };
        "service.SchemeTarget": {
            target: components["schemas"]["service.Amount"];
            year?: string;
            left: components["schemas"]["service.Amount"];
            needed_per_year: string;
            source: string;
        };
        "service.SchemeUnits": {
            /** @enum {string} */
            unit_kind: "tco2" | "kwh" | "gj" | "allowance";
            issued: components["schemas"]["service.Amount"];
            held: components["schemas"]["service.Amount"];
            waiting: components["schemas"]["service.Amount"];
            buffer: components["schemas"]["service.Amount"];
            retired: components["schemas"]["service.Amount"];
            retired_for_state: components["schemas"]["service.Amount"];
            cancelled: components["schemas"]["service.Amount"];
            expired: components["schemas"]["service.Amount"];
            exported: components["schemas"]["service.Amount"];
        };
        "service.SchemeUse": {
            /** @enum {string} */
            end_use: "retirement" | "state_target" | "cancellation";
            purpose: string;
            title: components["schemas"]["service.Bilingual"];
            uses: number | string;
            used: components["schemas"]["service.Amount"];
        };
        "service.SchemeView": {
            /**
             * Format: date
             * @example 2026-04-01
             */
            as_known: string;
            entry?: number;
            total: components["schemas"]["service.SchemeLine"];
            withdrawn: number | string;
            never_certified: number | string;
            units: components["schemas"]["service.SchemeUnits"][];
            by_type: components["schemas"]["service.SchemeLine"][];
            by_methodology: components["schemas"]["service.SchemeLine"][];
            by_sector: components["schemas"]["service.SchemeLine"][];
            by_prefecture: components["schemas"]["service.SchemeLine"][];
            by_vintage: components["schemas"]["service.SchemeLine"][];
            by_year: components["schemas"]["service.SchemeLine"][];
            cumulative: components["schemas"]["service.SchemeLine"][];
            uses: components["schemas"]["service.SchemeUse"][];
            target?: components["schemas"]["service.SchemeTarget"];
        };
        "service.SeriesView": {
            activity: string;
            symbol: string;
            row: string;
            definition: string;
            unit: string;
            monitoring_class: string;
            frequency: string;
            expected: string;
            divisible: boolean;
        };
        "service.ShareAsked.Member.input": {
            member?: string;
            tonnes?: string;
            fixed_yen?: number | string;
        };
        "service.ShareAsked.input": {
            total_yen?: number | string;
            rule?: string;
            members?: components["schemas"]["service.ShareAsked.Member.input"][];
        };
        "service.ShareLine": {
            member: string;
            share: components["schemas"]["service.Amount"];
        };
        "service.ShareView": {
            total: components["schemas"]["service.Amount"];
            operators: components["schemas"]["service.Amount"];
            rule: components["schemas"]["service.Bilingual"];
            plan: string;
            members: components["schemas"]["service.ShareLine"][];
        };
        "service.SourceView": {
            id: string;
            title: string;
            publisher: string;
            published: string;
            address: string;
        };
        "service.SpanView": {
            period: string;
            /** @enum {string} */
            state: "reported" | "gap" | "open" | "ahead";
            report: number;
            words: components["schemas"]["service.Bilingual"];
        };
        "service.StartAsked.input": {
            methodology?: string;
            answers?: components["schemas"]["service.GivenAnswer.input"][];
            price_yen_per_t?: string;
        };
        "service.StartView": {
            methodology: string;
            title: components["schemas"]["service.Bilingual"];
            methodologies: components["schemas"]["service.WordChoice"][];
            questions: components["schemas"]["service.Question"][];
            next: string;
            findings: components["schemas"]["project.RuleFinding"][];
            answers: components["schemas"]["project.RuleAnswer"][];
            against: boolean;
            crediting_period?: string;
            years: components["schemas"]["service.YearView"][];
            per_year?: components["schemas"]["service.Amount"];
            total?: components["schemas"]["service.Amount"];
            values_of?: string;
            price?: components["schemas"]["service.PriceView"];
            figures_missing?: components["schemas"]["service.Bilingual"];
        };
        "service.StatementAsked.input": {
            project?: number;
            report?: number;
            change?: number;
            positive?: boolean;
            conclusion?: string;
            signatory?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            dated?: string;
        };
        "service.StatusUnits": {
            issued: number | string;
            held: number | string;
            escrowed: number | string;
            buffer: number | string;
            retired: number | string;
            retired_for_state: number | string;
            cancelled: number | string;
        };
        "service.StepBeside": {
            step: components["schemas"]["service.TraceStep"];
            own: string;
            same: boolean;
        };
        "service.StoreStatus": {
            origin: string;
            operator: string;
            now: string;
            entries: number | string;
            tree_root?: string;
            state_hash?: string;
            organisations: number | string;
            accounts: number | string;
            rule_packs_adopted: number | string;
            projects: number | string;
            projects_registered: number | string;
            certifications: number | string;
            units_tco2: components["schemas"]["service.StatusUnits"];
            next_due?: string;
        };
        "service.SupportChoices": {
            reasons: components["schemas"]["service.KeyWords"][];
            next_steps: components["schemas"]["service.KeyWords"][];
        };
        "service.SupportKindChoice": {
            number: number | string;
            /** @enum {string} */
            value: "plan_writing" | "validation_cost" | "verification_cost";
        };
        "service.TableDay": {
            name: string;
            rows: number | string;
            bytes: number | string;
            sha256?: string;
        };
        "service.Task": {
            key: string;
            /** @enum {string} */
            kind: "plan_to_submit" | "plan_to_revise" | "forest_terms" | "validation" | "finding_to_answer" | "finding_to_close" | "registration_application" | "return_to_answer" | "docket" | "registration_decision" | "report_next" | "report_again" | "verification" | "certification_application" | "certification_decision" | "issue" | "change_validation" | "change_decision" | "appeal_decision" | "hold" | "permanence_report" | "reversal_to_record" | "buffer_draw" | "obligation_to_fulfil" | "obligation_to_settle" | "support_decision" | "follow_up" | "match_decision" | "sample_to_draw" | "round_to_close" | "methodology_review" | "comment_to_open" | "comment_to_close" | "methodology_decision" | "methodology_adoption" | "account_documents" | "account_decision" | "account_suspended" | "account_succession" | "offer_second" | "offer_to_accept" | "units_return" | "retirement_to_confirm" | "opening_to_close";
            ja: string;
            en: string;
            /** @enum {string} */
            subject: "project" | "report" | "certification" | "finding" | "change" | "appeal" | "support" | "member_match" | "sample" | "reversal" | "obligation" | "round" | "methodology_proposal" | "account" | "offer" | "units_return" | "retirement" | "opening";
            project?: number;
            number: number | string;
            about: string;
            /** @enum {string} */
            role: "administrator" | "secretariat" | "committee" | "verifier" | "proponent" | "account_manager" | "approver" | "auditor" | "ministry" | "programme_operator" | "agent" | "supporter";
            organisations: number[];
            commands: string[];
            /**
             * Format: date
             * @example 2026-04-01
             */
            since: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            due?: string;
            deadline: boolean;
            overdue: boolean;
            page: string;
        };
        "service.TouchedLine": {
            certification?: number;
            methodology: string;
            vintage?: string;
            certified: components["schemas"]["service.Amount"];
            under_new?: components["schemas"]["service.Amount"];
        };
        "service.TouchedProject": {
            project?: number;
            official_number: number | string;
            title: string;
            keeps: boolean;
            lines: components["schemas"]["service.TouchedLine"][];
            reason: components["schemas"]["service.Bilingual"];
        };
        "service.TraceInput": {
            symbol: string;
            row: string;
            definition: components["schemas"]["service.Bilingual"];
            value: string;
            unit: string;
            origin: string;
            monitoring_class: string;
            source: string;
            table_row: string;
            confidence: string;
        };
        "service.TraceStep": {
            symbol: string;
            title: components["schemas"]["service.Bilingual"];
            formulas: string[];
            value: string;
            unit: string;
            approximate: boolean;
            official: boolean;
            sources: string;
        };
        "service.TransferDraft.input": {
            to?: number;
            selection?: components["schemas"]["registry.Selection.input"];
            price_yen_per_t?: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            agreed_on?: string;
            acceptance?: boolean;
            /**
             * Format: date
             * @example 2026-04-01
             */
            expires_on?: string;
        };
        "service.TransferPreview": {
            from: components["schemas"]["service.AccountBrief"];
            to: components["schemas"]["service.AccountBrief"];
            units: components["schemas"]["service.Amount"];
            lines: components["schemas"]["service.HoldingLine"][];
            waits_for_second: boolean;
            waits_for_transferee: boolean;
            price?: components["schemas"]["service.Amount"];
            /**
             * Format: date
             * @example 2026-04-01
             */
            expires_on: string;
            command_name: string;
            command: unknown;
            entries: number;
        };
        "service.UnitMark": {
            /** @enum {string} */
            kind: "dispute" | "seizure" | "trust" | "suspended" | "corresponding_adjustment" | "eligible" | "authorised" | "first_transferred" | "adjustment";
            words: components["schemas"]["service.Bilingual"];
            detail: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            from: string;
            blocks: boolean;
            number: number | string;
        };
        "service.UseView": {
            purpose: string;
            title: components["schemas"]["service.Bilingual"];
            fiscal_year?: string;
            report: string;
        };
        "service.UsedUnits": {
            batch?: number;
            serials: string;
            project?: number;
            project_title: string;
            place: string;
            credit_type: string;
            methodology: string;
            vintage?: string;
            used: components["schemas"]["service.Amount"];
        };
        "service.ValueChange": {
            activity: string;
            symbol: string;
            row: string;
            definition: components["schemas"]["service.Bilingual"];
            unit: string;
            before: string;
            now: string;
            change_percent: string;
        };
        "service.VisitView": {
            visit: number;
            /**
             * Format: date
             * @example 2026-04-01
             */
            visited_on: string;
            remote: boolean;
            record?: string;
            members: (number | string)[];
        };
        "service.WaitingMail": {
            id: number | string;
            /** @enum {string} */
            kind: "invitation" | "password_reset" | "password_changed" | "authenticator_replaced" | "new_device" | "waits" | "registration_decided" | "certification_decided" | "transfer_offered" | "retirement_asked" | "given_up" | "contact_changed";
            address: string;
            subject: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            made: string;
            /**
             * Format: date-time
             * @example 2026-04-01T00:00:00.000Z
             */
            next: string;
            tries: number;
            last_error: string;
        };
        "service.WaitingMatter": {
            /** @enum {string} */
            kind: "registration" | "certification" | "change" | "extension" | "appeal" | "methodology";
            kind_words: components["schemas"]["service.Bilingual"];
            project?: number;
            report: number;
            change: number;
            proposal: number;
            title: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            since: string;
            /**
             * Format: date
             * @example 2026-04-01
             */
            due?: string;
            overdue: boolean;
        };
        "service.WhyNot": {
            code: string;
            ja: string;
            en: string;
            remedy_ja: string;
            remedy_en: string;
            source: string;
        };
        "service.WordChoice": {
            value: string;
            title: components["schemas"]["service.Bilingual"];
        };
        "service.YearView": {
            fiscal_year?: string;
            baseline: components["schemas"]["service.Amount"];
            project: components["schemas"]["service.Amount"];
            reduction: components["schemas"]["service.Amount"];
        };
        Problem: {
            type: string;
            title: string;
            detail: string;
            instance: string;
            code: string;
            ja: string;
            en: string;
            remedy_ja: string;
            remedy_en: string;
            source: string;
            status: number;
            number: number;
            errors: {
                path: string;
                code: string;
                ja: string;
                en: string;
                line?: number;
                column?: number;
            }[];
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
    get_openapi_json: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description refused */
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
    get__metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain; version=0.0.4; charset=utf-8": string;
                };
            };
            /** @description refused */
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
    get__healthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.Health"];
                };
            };
            /** @description refused */
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
    get__readyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.Health"];
                };
            };
            /** @description refused */
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
    get_store: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.StoreView"];
                };
            };
            /** @description refused */
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
    get_rights: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.RightsView"];
                };
            };
            /** @description refused */
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
    get_organisations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                text?: string;
                format?: string;
                sort?: "number" | "-number" | "name" | "-name" | "corporate_number" | "-corporate_number";
                same_corporate_number?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.OrganisationView"];
                };
            };
            /** @description refused */
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
    get_projects: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                text?: string;
                methodology?: string;
                prefecture?: string;
                type?: string;
                stage?: string;
                proponent?: number;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.ProjectView"];
                };
            };
            /** @description refused */
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
    get_projects_project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.ProjectView"];
                };
            };
            /** @description refused */
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
    get_accounts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                text?: string;
                format?: string;
                sort?: "number" | "-number" | "holder" | "-holder" | "department" | "-department" | "kind" | "-kind" | "status" | "-status";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.AccountView"];
                };
            };
            /** @description refused */
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
    get_accounts_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.AccountView"];
                };
            };
            /** @description refused */
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
    get_status: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.StoreStatus"];
                };
            };
            /** @description refused */
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
    get_holdings: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                account?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.HeldBlock"];
                };
            };
            /** @description refused */
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
    get_statistics: {
        parameters: {
            query?: {
                as_known?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["scheme.Statistics"];
                };
            };
            /** @description refused */
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
    get_dues: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.DueLine"];
                };
            };
            /** @description refused */
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
    get_audit_records: {
        parameters: {
            query?: {
                from?: number;
                count?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.RecordsView"];
                };
            };
            /** @description refused */
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
    get_papers_paper: {
        parameters: {
            query?: {
                format?: "pdf" | "text" | "json";
                language?: string;
                on?: string;
                area?: string;
                party?: string;
                year?: number;
            };
            header?: never;
            path: {
                paper: "totals" | "area" | "article6";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description refused */
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
    command_RegisterOrganisation: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.RegisterOrganisation.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.OrganisationRegistered"][];
                    };
                };
            };
            /** @description refused */
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
    command_RenameOrganisation: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.RenameOrganisation.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_Grant: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.Grant.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_Revoke: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.Revoke.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_AdoptRulebook: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.AdoptRulebook.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.RulebookAdopted"][];
                    };
                };
            };
            /** @description refused */
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
    command_RegisterKey: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.RegisterKey.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_Delegate: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.Delegate.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.Delegated"][];
                    };
                };
            };
            /** @description refused */
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
    command_RotateLogKey: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.RotateLogKey.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_Rekey: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.Rekey.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_CorrectEntry: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.CorrectEntry.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_RecordSuccession: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.RecordSuccession.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_EraseSealed: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.EraseSealed.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_EndDelegation: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.EndDelegation.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_RequestAccount: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.RequestAccount.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.AccountOpened"][];
                    };
                };
            };
            /** @description refused */
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
    command_DecideAccount: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.DecideAccount.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Nothing"][];
                    };
                };
            };
            /** @description refused */
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
    command_CloseAccount: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.CloseAccount.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Nothing"][];
                    };
                };
            };
            /** @description refused */
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
    command_SetAccountControl: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.SetAccountControl.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Nothing"][];
                    };
                };
            };
            /** @description refused */
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
    command_SuspendAccount: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.SuspendAccount.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Nothing"][];
                    };
                };
            };
            /** @description refused */
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
    command_SucceedAccount: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.SucceedAccount.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Moved"][];
                    };
                };
            };
            /** @description refused */
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
    command_AppointAgent: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.AppointAgent.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Nothing"][];
                    };
                };
            };
            /** @description refused */
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
    command_DismissAgent: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.DismissAgent.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Nothing"][];
                    };
                };
            };
            /** @description refused */
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
    command_FileAccountDocuments: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.FileAccountDocuments.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Nothing"][];
                    };
                };
            };
            /** @description refused */
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
    command_Issue: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.Issue.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.BatchIssued"][];
                    };
                };
            };
            /** @description refused */
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
    command_OpenBatch: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.OpenBatch.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.BatchOpened"][];
                    };
                };
            };
            /** @description refused */
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
    command_OpenRetirement: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.OpenRetirement.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.RetirementOpened"][];
                    };
                };
            };
            /** @description refused */
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
    command_RecordAdjustment: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.RecordAdjustment.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Nothing"][];
                    };
                };
            };
            /** @description refused */
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
    command_ImportUnits: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.ImportUnits.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.BatchImported"][];
                    };
                };
            };
            /** @description refused */
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
    command_ExpireUnits: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.ExpireUnits.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Nothing"][];
                    };
                };
            };
            /** @description refused */
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
    command_ReleaseBuffer: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.ReleaseBuffer.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Nothing"][];
                    };
                };
            };
            /** @description refused */
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
    command_AuthoriseUnits: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.AuthoriseUnits.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Authorised"][];
                    };
                };
            };
            /** @description refused */
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
    command_RecordFirstTransfer: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.RecordFirstTransfer.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Nothing"][];
                    };
                };
            };
            /** @description refused */
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
    command_Transfer: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.Transfer.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Moved"][];
                    };
                };
            };
            /** @description refused */
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
    command_ConfirmRetirement: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.ConfirmRetirement.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Retired"][];
                    };
                };
            };
            /** @description refused */
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
    command_WithdrawRetirement: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.WithdrawRetirement.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Nothing"][];
                    };
                };
            };
            /** @description refused */
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
    command_SetLabel: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.SetLabel.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Nothing"][];
                    };
                };
            };
            /** @description refused */
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
    command_DrawBuffer: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.DrawBuffer.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.RetirementOpened"][];
                    };
                };
            };
            /** @description refused */
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
    command_OfferTransfer: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.OfferTransfer.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.TransferOffered"][];
                    };
                };
            };
            /** @description refused */
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
    command_ConfirmOffer: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.ConfirmOffer.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.OfferConfirmed"][];
                    };
                };
            };
            /** @description refused */
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
    command_AcceptOffer: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.AcceptOffer.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Moved"][];
                    };
                };
            };
            /** @description refused */
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
    command_EndOffer: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.EndOffer.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Nothing"][];
                    };
                };
            };
            /** @description refused */
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
    command_AskReturn: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.AskReturn.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.ReturnAsked"][];
                    };
                };
            };
            /** @description refused */
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
    command_DecideReturn: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.DecideReturn.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Moved"][];
                    };
                };
            };
            /** @description refused */
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
    command_CorrectRecord: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.CorrectRecord.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Nothing"][];
                    };
                };
            };
            /** @description refused */
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
    command_ApplyRetirement: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.ApplyRetirement.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.RetirementRequested"][];
                    };
                };
            };
            /** @description refused */
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
    command_RestrictUnits: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.RestrictUnits.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Restricted"][];
                    };
                };
            };
            /** @description refused */
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
    command_LiftRestriction: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.LiftRestriction.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Nothing"][];
                    };
                };
            };
            /** @description refused */
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
    command_ExecuteRetirement: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.ExecuteRetirement.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.RetirementExecuted"][];
                    };
                };
            };
            /** @description refused */
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
    command_DivideRetirement: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.DivideRetirement.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.RetirementDivided"][];
                    };
                };
            };
            /** @description refused */
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
    command_RecordSite: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.RecordSite.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Nothing"][];
                    };
                };
            };
            /** @description refused */
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
    command_WithdrawAuthorisation: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["registry.WithdrawAuthorisation.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["registry.Nothing"][];
                    };
                };
            };
            /** @description refused */
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
    command_DraftProject: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.DraftProject.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.ProjectDrafted"][];
                    };
                };
            };
            /** @description refused */
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
    command_RevisePlan: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.RevisePlan.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_SubmitForValidation: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.SubmitForValidation.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_RecordValidation: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.RecordValidation.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_ApplyForRegistration: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.ApplyForRegistration.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_DecideRegistration: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.DecideRegistration.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.RegistrationDecided"][];
                    };
                };
            };
            /** @description refused */
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
    command_SubmitReport: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.SubmitReport.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.ReportSubmitted"][];
                    };
                };
            };
            /** @description refused */
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
    command_RecordVerification: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.RecordVerification.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_ApplyForCertification: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.ApplyForCertification.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_DecideCertification: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.DecideCertification.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.CertificationDecided"][];
                    };
                };
            };
            /** @description refused */
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
    command_OpenRound: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.OpenRound.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.RoundOpened"][];
                    };
                };
            };
            /** @description refused */
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
    command_PutOnDocket: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.PutOnDocket.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.DocketItem"][];
                    };
                };
            };
            /** @description refused */
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
    command_Recuse: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.Recuse.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_CloseRound: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.CloseRound.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.RoundClosed"][];
                    };
                };
            };
            /** @description refused */
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
    command_RecordAccreditation: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.RecordAccreditation.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_DeclareInterests: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.DeclareInterests.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_RaiseFinding: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.RaiseFinding.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.FindingRaised"][];
                    };
                };
            };
            /** @description refused */
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
    command_AnswerFinding: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.AnswerFinding.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_CloseFinding: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.CloseFinding.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_AdmitMembers: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.AdmitMembers.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.MembersAdmitted"][];
                    };
                };
            };
            /** @description refused */
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
    command_ChangeMember: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.ChangeMember.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.MemberChanged"][];
                    };
                };
            };
            /** @description refused */
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
    command_DecideMatch: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.DecideMatch.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.MatchDecided"][];
                    };
                };
            };
            /** @description refused */
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
    command_EraseMember: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.EraseMember.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_FixMemberList: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.FixMemberList.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.MemberListFixed"][];
                    };
                };
            };
            /** @description refused */
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
    command_DrawSample: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.DrawSample.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.SampleDrawn"][];
                    };
                };
            };
            /** @description refused */
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
    command_RecordSiteVisit: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.RecordSiteVisit.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_ReturnForCorrection: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.ReturnForCorrection.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_AnswerReturn: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.AnswerReturn.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_ProposeChange: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.ProposeChange.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.ChangeProposed"][];
                    };
                };
            };
            /** @description refused */
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
    command_ValidateChange: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.ValidateChange.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_DecideChange: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.DecideChange.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_WithdrawProject: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.WithdrawProject.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_Appeal: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.Appeal.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.AppealLodged"][];
                    };
                };
            };
            /** @description refused */
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
    command_DecideAppeal: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.DecideAppeal.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_RecordOverIssuance: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.RecordOverIssuance.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.ObligationRecorded"][];
                    };
                };
            };
            /** @description refused */
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
    command_SettleObligation: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.SettleObligation.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_HoldProject: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.HoldProject.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_SetForestTerms: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.SetForestTerms.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_ReportPermanence: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.ReportPermanence.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_RecordReversal: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.RecordReversal.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.ReversalRecorded"][];
                    };
                };
            };
            /** @description refused */
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
    command_ApplyForSupport: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.ApplyForSupport.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_DecideSupport: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.DecideSupport.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_RecordFollowUp: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["project.RecordFollowUp.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["project.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_AbolishMethodology: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.AbolishMethodology.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_ProposeMethodology: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.ProposeMethodology.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.MethodologyProposed"][];
                    };
                };
            };
            /** @description refused */
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
    command_ReviewMethodology: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.ReviewMethodology.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_OpenComment: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.OpenComment.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_CloseComment: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.CloseComment.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_DecideMethodology: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.DecideMethodology.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    command_OpenProject: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.OpenProject.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.ProjectOpened"][];
                    };
                };
            };
            /** @description refused */
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
    command_OpenCertification: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.OpenCertification.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.CertificationOpened"][];
                    };
                };
            };
            /** @description refused */
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
    command_CloseOpening: {
        parameters: {
            query?: {
                business_date?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["scheme.CloseOpening.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: number;
                        count: number;
                        repeated: boolean;
                        outcomes: components["schemas"]["scheme.NoOutcome"][];
                    };
                };
            };
            /** @description refused */
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
    commands: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.Steps.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.AcceptedView"];
                };
            };
            /** @description refused */
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
    get_accounts_account_holdings: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                sort?: string;
                format?: string;
                text?: string;
                unit_kind?: string;
                crediting_programme?: string;
                credit_type?: string;
                methodology?: string;
                state?: string;
                project?: number;
                batch?: number;
                vintage?: string;
                serial?: string;
                marked?: string;
            };
            header?: never;
            path: {
                account: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.HoldingLine"];
                };
            };
            /** @description refused */
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
    get_accounts_account_holdings_sums: {
        parameters: {
            query?: {
                by?: "kind" | "project" | "vintage" | "methodology";
            };
            header?: never;
            path: {
                account: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.Sums"];
                };
            };
            /** @description refused */
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
    get_accounts_account_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.AccountRecord"];
                };
            };
            /** @description refused */
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
    get_accounts_account_movements: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                sort?: string;
                format?: string;
                move?: string;
                credit_type?: string;
                way?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                account: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.MovementView"];
                };
            };
            /** @description refused */
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
    get_accounts_account_papers_paper: {
        parameters: {
            query?: {
                format?: "pdf" | "text" | "json";
                language?: string;
                on?: string;
                year?: string;
            };
            header?: never;
            path: {
                account: number;
                paper: "balance" | "history" | "year";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description refused */
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
    get_accounts_account_documents_hash: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: number;
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description refused */
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
    post_account_documents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.DocumentKept"];
                };
            };
            /** @description refused */
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
    get_retirement_requests_retirement_papers_paper: {
        parameters: {
            query?: {
                format?: "pdf" | "text" | "json";
                language?: string;
            };
            header?: never;
            path: {
                retirement: number;
                paper: "notice" | "certificates";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description refused */
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
    post_accounts_account_transfers_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["service.TransferDraft.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.TransferPreview"];
                };
            };
            /** @description refused */
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
    get_offers: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                sort?: string;
                format?: string;
                account?: number;
                way?: string;
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.OfferView"];
                };
            };
            /** @description refused */
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
    get_offers_offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                offer: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.OfferView"];
                };
            };
            /** @description refused */
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
    get_returns: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                sort?: string;
                format?: string;
                account?: number;
                way?: string;
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.ReturnView"];
                };
            };
            /** @description refused */
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
    get_returns_number: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.ReturnView"];
                };
            };
            /** @description refused */
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
    post_transfers_bulk: {
        parameters: {
            query?: {
                enter?: boolean;
                expires_on?: string;
                again?: string;
                language?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.JobView"];
                };
            };
            /** @description refused */
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
    get_retirement_purposes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.Purposes"];
                };
            };
            /** @description refused */
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
    post_accounts_account_retirements_eligibility: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["service.RetireDraft.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.EligibleUnits"];
                };
            };
            /** @description refused */
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
    post_accounts_account_retirements_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["service.RetireDraft.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.RetirePreview"];
                };
            };
            /** @description refused */
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
    get_retirement_requests: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                sort?: string;
                format?: string;
                account?: number;
                status?: string;
                end_use?: string;
                purpose?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.OwnRetirement"];
                };
            };
            /** @description refused */
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
    get_retirement_requests_retirement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                retirement: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.OwnRetirement"];
                };
            };
            /** @description refused */
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
    get_events: {
        parameters: {
            query?: {
                project?: number;
                type?: string[];
                after?: number | string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["service.EntryEvent"];
                };
            };
            /** @description refused */
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
    get_inbox: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "due" | "-due" | "overdue" | "-overdue" | "task" | "-task" | "about" | "-about" | "project" | "-project" | "role" | "-role" | "since" | "-since";
                kind?: "plan_to_submit" | "plan_to_revise" | "forest_terms" | "validation" | "finding_to_answer" | "finding_to_close" | "registration_application" | "return_to_answer" | "docket" | "registration_decision" | "report_next" | "report_again" | "verification" | "certification_application" | "certification_decision" | "issue" | "change_validation" | "change_decision" | "appeal_decision" | "hold" | "permanence_report" | "reversal_to_record" | "buffer_draw" | "obligation_to_fulfil" | "obligation_to_settle" | "support_decision" | "follow_up" | "match_decision" | "sample_to_draw" | "round_to_close" | "methodology_review" | "comment_to_open" | "comment_to_close" | "methodology_decision" | "methodology_adoption" | "account_documents" | "account_decision" | "account_suspended" | "account_succession" | "offer_second" | "offer_to_accept" | "units_return" | "retirement_to_confirm" | "opening_to_close";
                overdue?: boolean;
                project?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.Task"];
                };
            };
            /** @description refused */
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
    get_inbox_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["service.InboxEvent"];
                };
            };
            /** @description refused */
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
    get_inbox_calendar_ics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar; charset=utf-8": string;
                };
            };
            /** @description refused */
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
    get_projects_project_tasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.CaseTasks"];
                };
            };
            /** @description refused */
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
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.SessionView"];
                };
            };
            /** @description refused */
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
    post_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.SignInBody.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.SessionView"];
                };
            };
            /** @description refused */
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
    delete_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
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
    post_session_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.CodeBody.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.SessionView"];
                };
            };
            /** @description refused */
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
    post_account_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.EnrolmentView"];
                };
            };
            /** @description refused */
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
    post_account_second_factor_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.ConfirmBody.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.CodesView"];
                };
            };
            /** @description refused */
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
    post_account_recovery_codes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.ConfirmBody.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.CodesView"];
                };
            };
            /** @description refused */
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
    post_account_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.PasswordBody.input"];
            };
        };
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
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
    post_account_password_forgotten: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.ForgottenBody.input"];
            };
        };
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
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
    post_account_password_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.ForgottenBody.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.ResetView"];
                };
            };
            /** @description refused */
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
    post_account_password_reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.ResetBody.input"];
            };
        };
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
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
    get_account_contact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.ContactView"];
                };
            };
            /** @description refused */
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
    put_account_contact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.ContactBody.input"];
            };
        };
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
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
    get_account_sessions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "number" | "-number" | "begun" | "-begun" | "last_seen" | "-last_seen" | "until" | "-until" | "browser" | "-browser";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-http.OwnSession"];
                };
            };
            /** @description refused */
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
    delete_account_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.EndedView"];
                };
            };
            /** @description refused */
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
    delete_account_sessions_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
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
    get_account_tokens: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-http.TokenView"];
                };
            };
            /** @description refused */
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
    post_account_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.TokenBody.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.TokenView"];
                };
            };
            /** @description refused */
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
    delete_account_tokens_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
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
    get_account_delegations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.DelegationsView"];
                };
            };
            /** @description refused */
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
    get_account_delegations_person: {
        parameters: {
            query?: {
                login?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.DelegatedPerson"];
                };
            };
            /** @description refused */
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
    get_security_log: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "number" | "-number" | "time" | "-time" | "kind" | "-kind" | "login" | "-login" | "by" | "-by";
                before?: number | string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-http.EventView"];
                };
            };
            /** @description refused */
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
    get_security_log_refusals: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "number" | "-number" | "time" | "-time" | "login" | "-login" | "organisation" | "-organisation" | "command" | "-command" | "refusal" | "-refusal";
                before?: number | string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-http.RefusalView"];
                };
            };
            /** @description refused */
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
    get_invitations_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.OfferedView"];
                };
            };
            /** @description refused */
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
    post_invitations_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.AcceptBody.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.SessionView"];
                };
            };
            /** @description refused */
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
    get_people_invitations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "number" | "-number" | "email" | "-email" | "organisation" | "-organisation" | "inviter" | "-inviter" | "made" | "-made" | "until" | "-until" | "state" | "-state";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-http.InvitationView"];
                };
            };
            /** @description refused */
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
    post_people_invitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.InviteBody.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.InvitationView"];
                };
            };
            /** @description refused */
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
    delete_people_invitations_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
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
    post_people_invitations_invitation_grant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
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
    get_people: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "login" | "-login" | "name" | "-name" | "email" | "-email";
                text?: string;
                organisation?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-http.PersonView"];
                };
            };
            /** @description refused */
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
    get_people_person_handover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.HandoverView"];
                };
            };
            /** @description refused */
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
    post_people_person_leave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.LeaveBody.input"];
            };
        };
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
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
    post_people_person_password_reset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.LinkView"];
                };
            };
            /** @description refused */
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
    post_people_person_shut_out: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
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
    post_people_person_authenticator_reset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.RequestView"];
                };
            };
            /** @description refused */
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
    get_authenticator_resets: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-http.RequestView"];
                };
            };
            /** @description refused */
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
    post_authenticator_resets_request_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.LinkView"];
                };
            };
            /** @description refused */
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
    post_authenticator_resets_request_refuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
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
    get_scheme: {
        parameters: {
            query?: {
                as_known?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.SchemeView"];
                };
            };
            /** @description refused */
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
    get_projects_project_public: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.ProjectPage"];
                };
            };
            /** @description refused */
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
    get_batches_batch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.BatchPage"];
                };
            };
            /** @description refused */
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
    get_retirements: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                text?: string;
                purpose?: string;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-http.RetirementLine"];
                };
            };
            /** @description refused */
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
    get_retirements_retirement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                retirement: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.RetirementPage"];
                };
            };
            /** @description refused */
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
    get_paper_codes: {
        parameters: {
            query?: {
                code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.CodeView"];
                };
            };
            /** @description refused */
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
    get_search: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                text?: string;
                serial?: string;
                project?: number;
                user?: string;
                purpose?: string;
                from?: string;
                to?: string;
                kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.PublicHit"];
                };
            };
            /** @description refused */
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
    get_receipts_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain; charset=utf-8": string;
                };
            };
            /** @description refused */
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
    get_journal_checkpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain; charset=utf-8": string;
                };
            };
            /** @description refused */
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
    get_journal_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.KeyView"];
                };
            };
            /** @description refused */
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
    get_open_data: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.OpenDataView"];
                };
            };
            /** @description refused */
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
    get_open_data_name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description refused */
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
    get_rulebook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.RulebookView"];
                };
            };
            /** @description refused */
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
    get_rulebook_methodologies_number: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.MethodologyView"];
                };
            };
            /** @description refused */
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
    get_rulebook_values: {
        parameters: {
            query?: {
                name?: string;
                on?: string;
                as_known?: string;
                adopted?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rulebook.RulesShow"];
                };
            };
            /** @description refused */
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
    post_proponent_eligibility: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["service.StartAsked.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.StartView"];
                };
            };
            /** @description refused */
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
    get_proponent_plan_form: {
        parameters: {
            query?: {
                programme?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.PlanFormView"];
                };
            };
            /** @description refused */
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
    get_proponent_drafts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "number" | "-number" | "title" | "-title" | "methodology" | "-methodology" | "version" | "-version" | "project" | "-project" | "changed" | "-changed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.DraftView"];
                };
            };
            /** @description refused */
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
    post_proponent_drafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.NewDraft.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.DraftView"];
                };
            };
            /** @description refused */
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
    get_proponent_drafts_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.DraftView"];
                };
            };
            /** @description refused */
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
    put_proponent_drafts_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.SavedPlan.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.DraftView"];
                };
            };
            /** @description refused */
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
    delete_proponent_drafts_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
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
    get_proponent_drafts_draft_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.VersionsView"];
                };
            };
            /** @description refused */
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
    get_proponent_drafts_draft_differences: {
        parameters: {
            query?: {
                before?: number;
                after?: number;
            };
            header?: never;
            path: {
                draft: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.DifferencesView"];
                };
            };
            /** @description refused */
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
    post_proponent_drafts_draft_restore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.RestoreVersion.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.DraftView"];
                };
            };
            /** @description refused */
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
    get_proponent_drafts_draft_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.DraftCheck"];
                };
            };
            /** @description refused */
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
    post_proponent_drafts_draft_hand_in: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                draft: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.HandIn.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.HandedIn"];
                };
            };
            /** @description refused */
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
    get_proponent_cases: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "number" | "-number" | "title" | "-title" | "stage" | "-stage" | "expected" | "-expected" | "certified" | "-certified" | "due" | "-due";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.CaseRow"];
                };
            };
            /** @description refused */
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
    get_proponent_cases_project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.CaseView"];
                };
            };
            /** @description refused */
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
    get_proponent_cases_project_application: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.ApplicationView"];
                };
            };
            /** @description refused */
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
    get_proponent_cases_project_monitoring: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.MonitoringView"];
                };
            };
            /** @description refused */
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
    get_proponent_cases_project_monitoring_template: {
        parameters: {
            query?: {
                period?: string;
                members?: string;
            };
            header?: never;
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                };
            };
            /** @description refused */
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
    post_proponent_cases_project_monitoring_check: {
        parameters: {
            query?: {
                period?: string;
                members?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.JobView"];
                };
            };
            /** @description refused */
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
    post_proponent_cases_project_monitoring_submit: {
        parameters: {
            query?: {
                period?: string;
                members?: string;
            };
            header: {
                "Idempotency-Key": string;
            };
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.JobView"];
                };
            };
            /** @description refused */
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
    get_proponent_cases_project_reports_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: number;
                report: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.ReportView"];
                };
            };
            /** @description refused */
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
    post_proponent_evidence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.EvidenceView"];
                };
            };
            /** @description refused */
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
    get_proponent_evidence_hash: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description refused */
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
    get_proponent_cases_project_members: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                text?: string;
                status?: string;
                list?: string;
                sort?: string;
                format?: string;
            };
            header?: never;
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.MemberView"];
                };
            };
            /** @description refused */
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
    get_proponent_cases_project_matches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.MatchesView"];
                };
            };
            /** @description refused */
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
    post_proponent_cases_project_members_check: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.JobView"];
                };
            };
            /** @description refused */
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
    post_proponent_cases_project_members_admit: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.JobView"];
                };
            };
            /** @description refused */
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
    post_proponent_cases_project_members_member_change: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                project: number;
                member: number | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["service.MemberChange.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.ChangeTaken"];
                };
            };
            /** @description refused */
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
    post_proponent_cases_project_shares: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["service.ShareAsked.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.ShareView"];
                };
            };
            /** @description refused */
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
    get_proponent_support: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.SupportView"];
                };
            };
            /** @description refused */
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
    get_proponent_cases_project_plan_pdf: {
        parameters: {
            query?: {
                language?: string;
            };
            header?: never;
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description refused */
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
    get_proponent_cases_project_plan_xlsx: {
        parameters: {
            query?: {
                language?: string;
            };
            header?: never;
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description refused */
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
    get_proponent_cases_project_reports_report_report_pdf: {
        parameters: {
            query?: {
                language?: string;
            };
            header?: never;
            path: {
                project: number;
                report: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description refused */
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
    get_proponent_drafts_draft_plan_pdf: {
        parameters: {
            query?: {
                language?: string;
            };
            header?: never;
            path: {
                draft: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description refused */
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
    get_proponent_drafts_draft_plan_xlsx: {
        parameters: {
            query?: {
                language?: string;
            };
            header?: never;
            path: {
                draft: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description refused */
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
    get_jobs: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "number" | "-number" | "asked" | "-asked" | "what" | "-what" | "by" | "-by" | "state" | "-state" | "ended" | "-ended";
                kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-http.JobView"];
                };
            };
            /** @description refused */
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
    get_jobs_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.JobView"];
                };
            };
            /** @description refused */
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
    get_jobs_job_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description refused */
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
    get_own_jobs: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "number" | "-number" | "asked" | "-asked" | "what" | "-what" | "by" | "-by" | "state" | "-state" | "ended" | "-ended";
                kind?: string;
                open?: boolean;
                project?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-http.JobView"];
                };
            };
            /** @description refused */
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
    get_own_jobs_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.OwnJob"];
                };
            };
            /** @description refused */
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
    get_own_jobs_job_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description refused */
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
    get_audit_journal: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                command?: string;
                person?: string;
                organisation?: number;
                project?: number;
                account?: number;
                from?: string;
                to?: string;
                sort?: "entry" | "-entry";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.JournalLine"];
                };
            };
            /** @description refused */
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
    get_audit_journal_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.EntryView"];
                };
            };
            /** @description refused */
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
    get_audit_journal_entry_receipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain; charset=utf-8": string;
                };
            };
            /** @description refused */
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
    get_audit_days_day: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.DayView"];
                };
            };
            /** @description refused */
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
    get_audit_days_day_batches: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "batch" | "-batch" | "project" | "-project" | "methodology" | "-methodology" | "vintage" | "-vintage" | "came_in" | "-came_in" | "held" | "-held" | "retired" | "-retired";
            };
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.BatchDay"];
                };
            };
            /** @description refused */
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
    get_audit_days_day_accounts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "number" | "-number" | "holder" | "-holder";
            };
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.AccountView"];
                };
            };
            /** @description refused */
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
    post_audit_checks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.CheckBody.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.JobView"];
                };
            };
            /** @description refused */
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
    post_audit_bundles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.BundleBody.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.JobView"];
                };
            };
            /** @description refused */
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
    get_administration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.Glance"];
                };
            };
            /** @description refused */
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
    get_administration_organisations_organisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.OrganisationDesk"];
                };
            };
            /** @description refused */
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
    get_administration_packs: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "family" | "-family" | "title" | "-title" | "edition" | "-edition" | "authority" | "-authority" | "edition_in_force" | "-edition_in_force" | "in_force" | "-in_force";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.PackOffer"];
                };
            };
            /** @description refused */
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
    post_administration_packs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/zip": string;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.PackChange"];
                };
            };
            /** @description refused */
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
    get_administration_packs_hash: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.PackChange"];
                };
            };
            /** @description refused */
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
    post_administration_packs_hash_adopt: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                hash: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.AdoptBody.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.Adopted"];
                };
            };
            /** @description refused */
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
    post_administration_documents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.KeptDocument"];
                };
            };
            /** @description refused */
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
    get_administration_adoptions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "number" | "-number" | "family" | "-family" | "edition" | "-edition" | "effective" | "-effective" | "adopted" | "-adopted" | "authority" | "-authority";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.AdoptionView"];
                };
            };
            /** @description refused */
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
    get_administration_backups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.BackupsView"];
                };
            };
            /** @description refused */
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
    post_administration_backups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.JobView"];
                };
            };
            /** @description refused */
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
    get_administration_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.KeysView"];
                };
            };
            /** @description refused */
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
    get_administration_mails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.MailsView"];
                };
            };
            /** @description refused */
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
    get_support_companies: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "name" | "-name" | "cases" | "-cases" | "from" | "-from" | "until" | "-until";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.AccompaniedCompany"];
                };
            };
            /** @description refused */
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
    get_support_applications: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "title" | "-title" | "kind" | "-kind" | "body" | "-body" | "tonnes_per_year" | "-tonnes_per_year" | "applied_on" | "-applied_on" | "outcome" | "-outcome" | "decided_on" | "-decided_on";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.HelpLine"];
                };
            };
            /** @description refused */
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
    get_support_follow_ups: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "title" | "-title" | "proponents" | "-proponents" | "registered_on" | "-registered_on" | "days" | "-days" | "follow_ups" | "-follow_ups" | "next_on" | "-next_on";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.FollowUpLine"];
                };
            };
            /** @description refused */
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
    get_support_choices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.SupportChoices"];
                };
            };
            /** @description refused */
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
    get_support_area: {
        parameters: {
            query?: {
                area?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.AreaPaper"];
                };
            };
            /** @description refused */
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
    get_support_area_pdf: {
        parameters: {
            query?: {
                area?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description refused */
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
    get_verifier_reviews: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "kind" | "-kind" | "project" | "-project" | "title" | "-title" | "state" | "-state" | "since" | "-since" | "due" | "-due" | "findings" | "-findings";
                open?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.ReviewRow"];
                };
            };
            /** @description refused */
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
    get_verifier_reviews_project: {
        parameters: {
            query?: {
                report?: number;
                change?: number;
            };
            header?: never;
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.ReviewView"];
                };
            };
            /** @description refused */
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
    get_verifier_reviews_project_changes: {
        parameters: {
            query?: {
                report?: number;
                change?: number;
            };
            header?: never;
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.ChangesView"];
                };
            };
            /** @description refused */
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
    get_verifier_reviews_project_reports_report_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: number;
                report: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.ReplayView"];
                };
            };
            /** @description refused */
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
    post_verifier_reviews_project_reports_report_package: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                project: number;
                report: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.JobView"];
                };
            };
            /** @description refused */
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
    get_verifier_reviews_project_plan_pdf: {
        parameters: {
            query?: {
                report?: number;
                change?: number;
            };
            header?: never;
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description refused */
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
    get_verifier_reviews_project_reports_report_report_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: number;
                report: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description refused */
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
    get_verifier_reviews_project_documents_hash: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: number;
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description refused */
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
    post_verifier_documents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.KeptDocument"];
                };
            };
            /** @description refused */
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
    get_verifier_statement_pdf: {
        parameters: {
            query?: {
                project?: number;
                report?: number;
                change?: number;
                positive?: boolean;
                conclusion?: string;
                signatory?: string;
                dated?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description refused */
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
    post_verifier_statement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["service.StatementAsked.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.StatementMade"];
                };
            };
            /** @description refused */
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
    post_verifier_returns: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/plain": string;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.ReturnTaken"];
                };
            };
            /** @description refused */
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
    get_secretariat_tasks: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "due" | "-due" | "overdue" | "-overdue" | "task" | "-task" | "about" | "-about" | "project" | "-project" | "role" | "-role" | "since" | "-since";
                kind?: "plan_to_submit" | "plan_to_revise" | "forest_terms" | "validation" | "finding_to_answer" | "finding_to_close" | "registration_application" | "return_to_answer" | "docket" | "registration_decision" | "report_next" | "report_again" | "verification" | "certification_application" | "certification_decision" | "issue" | "change_validation" | "change_decision" | "appeal_decision" | "hold" | "permanence_report" | "reversal_to_record" | "buffer_draw" | "obligation_to_fulfil" | "obligation_to_settle" | "support_decision" | "follow_up" | "match_decision" | "sample_to_draw" | "round_to_close" | "methodology_review" | "comment_to_open" | "comment_to_close" | "methodology_decision" | "methodology_adoption" | "account_documents" | "account_decision" | "account_suspended" | "account_succession" | "offer_second" | "offer_to_accept" | "units_return" | "retirement_to_confirm" | "opening_to_close";
                overdue?: boolean;
                role?: "administrator" | "secretariat" | "committee" | "verifier" | "proponent" | "account_manager" | "approver" | "auditor" | "ministry" | "programme_operator" | "agent" | "supporter";
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.Task"];
                };
            };
            /** @description refused */
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
    get_secretariat_tasks_calendar_ics: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: string;
                kind?: "plan_to_submit" | "plan_to_revise" | "forest_terms" | "validation" | "finding_to_answer" | "finding_to_close" | "registration_application" | "return_to_answer" | "docket" | "registration_decision" | "report_next" | "report_again" | "verification" | "certification_application" | "certification_decision" | "issue" | "change_validation" | "change_decision" | "appeal_decision" | "hold" | "permanence_report" | "reversal_to_record" | "buffer_draw" | "obligation_to_fulfil" | "obligation_to_settle" | "support_decision" | "follow_up" | "match_decision" | "sample_to_draw" | "round_to_close" | "methodology_review" | "comment_to_open" | "comment_to_close" | "methodology_decision" | "methodology_adoption" | "account_documents" | "account_decision" | "account_suspended" | "account_succession" | "offer_second" | "offer_to_accept" | "units_return" | "retirement_to_confirm" | "opening_to_close";
                overdue?: boolean;
                role?: "administrator" | "secretariat" | "committee" | "verifier" | "proponent" | "account_manager" | "approver" | "auditor" | "ministry" | "programme_operator" | "agent" | "supporter";
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar; charset=utf-8": string;
                };
            };
            /** @description refused */
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
    get_secretariat_cases_project_completeness: {
        parameters: {
            query?: {
                report?: number;
            };
            header?: never;
            path: {
                project: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.CompletenessView"];
                };
            };
            /** @description refused */
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
    get_secretariat_accreditations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "verifier" | "-verifier" | "standard" | "-standard" | "valid_from" | "-valid_from" | "valid_to" | "-valid_to";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.AccreditationView"];
                };
            };
            /** @description refused */
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
    get_secretariat_issues: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "number" | "-number" | "project" | "-project" | "title" | "-title" | "round" | "-round" | "certified_on" | "-certified_on" | "due" | "-due";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.IssueView"];
                };
            };
            /** @description refused */
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
    get_secretariat_accounts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: string;
                sort?: "number" | "-number" | "holder" | "-holder" | "filed_on" | "-filed_on";
                status?: "requested" | "open" | "refused" | "closed" | "suspended";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.Page-service.AccountDeskRow"];
                };
            };
            /** @description refused */
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
    get_secretariat_choices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.DeskChoices"];
                };
            };
            /** @description refused */
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
    post_secretariat_documents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.KeptDocument"];
                };
            };
            /** @description refused */
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
    post_secretariat_return_letters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["service.ReturnAsked.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.KeptDocument"];
                };
            };
            /** @description refused */
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
    get_secretariat_cases_project_returns_report_number_letter_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: number;
                report: number;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description refused */
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
    get_rounds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.RoundsView"];
                };
            };
            /** @description refused */
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
    get_rounds_round: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["service.RoundView"];
                };
            };
            /** @description refused */
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
    get_rounds_round_items_item_letter_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: number;
                item: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description refused */
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
    get_rounds_round_minutes_pdf: {
        parameters: {
            query?: {
                remarks?: string;
            };
            header?: never;
            path: {
                round: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description refused */
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
    post_rounds_round_minutes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                round: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["http.MinutesAsked.input"];
            };
        };
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["http.KeptDocument"];
                };
            };
            /** @description refused */
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
    get_rounds_documents_hash: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description refused */
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
