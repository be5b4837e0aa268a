package dev.rechat.local.access;

/** Who asks: the columns of the table. */
enum Identity {
    ANONYMOUS("anonymous"),
    PENDING("pending"),
    USER("user"),
    OTHER("other user"),
    ADMIN("admin");

    private final String column;

    Identity(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
