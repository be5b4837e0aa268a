package dev.rechat.local.doctor.http;

import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import java.net.URI;
import java.util.OptionalInt;

/** Whether what stands before a server lets the largest file through. Its size is told, it is never sent. */
public final class UploadLook {

    private static final String CHECK = "uploads";
    private static final int TOO_LARGE = 413;
    private static final long MEGABYTE = 1024 * 1024;
    /** A form around the file. */
    private static final long AROUND = 4096;

    private final PlainHttp http;
    private final Sheet sheet;

    public UploadLook(PlainHttp http, Sheet sheet) {
        this.http = http;
        this.sheet = sheet;
    }

    /** @param route takes files from whoever may send them; nothing is proved here, who is refused for that has come through */
    public void look(URI route, long bytes) {
        OptionalInt status = http.offer(route, bytes + AROUND);
        long megabytes = bytes / MEGABYTE;
        if (status.isEmpty()) {
            sheet.note(
                    CHECK, Code.NOT_TOLD, "whether files of %d MB come through is not told".formatted(megabytes), null);
        } else if (status.getAsInt() == TOO_LARGE) {
            sheet.warning(
                    CHECK,
                    Code.UPLOADS_LIMITED,
                    "files of %d MB are refused before they get there (413)".formatted(megabytes),
                    "let bodies of %d MB through in every proxy (nginx: client_max_body_size %dm; its default is 1m)"
                            .formatted(megabytes + 1, megabytes + 1));
        } else {
            sheet.ok(CHECK, "files of %d MB come through".formatted(megabytes));
        }
    }
}
