package dev.rechat.local.doctor.database;

/** What a data source is configured with. */
public record Login(String url, String user, String password) {

    /** Without password and options. */
    @Override
    public String toString() {
        return "Login[" + Address.of(url).server() + "]";
    }
}
