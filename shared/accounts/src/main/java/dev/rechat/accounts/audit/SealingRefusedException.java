package dev.rechat.accounts.audit;

/**
 * There is nothing that new seals could follow: the chain was taken away with the program's record of it, or has never begun in
 * a house that is older than an hour. To seal what is there now would make it look as if it had always been so.
 */
public final class SealingRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealingRefusedException() {
        super("the audit log has no chain that seals could follow");
    }
}
