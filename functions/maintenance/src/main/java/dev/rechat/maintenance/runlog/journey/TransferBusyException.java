package dev.rechat.maintenance.runlog.journey;

/** Another process is at the same journey. */
public final class TransferBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TransferBusyException(String message) {
        super(message);
    }
}
