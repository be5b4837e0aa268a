package dev.rechat.kernel.tls;

/** Says what is wrong with the value, as the rest of a sentence that begins with its name; never what stands in it. */
final class UnusableCertificatesException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableCertificatesException(String message) {
        super(message);
    }

    UnusableCertificatesException(String message, Throwable cause) {
        super(message, cause);
    }
}
