package dev.rechat.kernel.error;

/** The object does not exist, or belongs to somebody else: the two are never told apart. */
public final class NotFoundException extends AppException {

    private static final long serialVersionUID = 1L;

    public NotFoundException(String what) {
        super(ErrorCode.NOT_FOUND, what + " not found");
    }
}
