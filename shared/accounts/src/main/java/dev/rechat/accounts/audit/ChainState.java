package dev.rechat.accounts.audit;

/** Where the chain begins and ends, as the program itself has noted it. @param anchor the last seal that retention took away */
record ChainState(AuditHead anchor, AuditHead head) {

    static final ChainState EMPTY = new ChainState(AuditHead.BEGINNING, AuditHead.BEGINNING);
}
