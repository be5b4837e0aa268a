package dev.rechat.testing.dify;

import dev.rechat.testing.http.Exchange;
import java.util.Collection;
import java.util.List;

/** Files behind the signed addresses that answers name; whoever has the address needs no key. */
final class SignedFiles {

    static final String ROOT = "/files/";

    private static final String SIGNATURE = "simulated";

    private SignedFiles() {}

    static void answer(Exchange exchange, Collection<AppState> apps) {
        String path = exchange.request().path();
        List<String> segments = Route.split(path);
        if (segments.size() != 3 || !segments.get(2).equals("file-preview")) {
            throw DifyError.notFound("The requested URL was not found on the server.", path);
        }
        if (!exchange.request().parameter("sign").orElse("").equals(SIGNATURE)) {
            throw new DifyError(403, "forbidden", "Invalid signature.");
        }
        UploadedFile file = apps.stream()
                .flatMap(app -> app.files().find(segments.get(1)).stream())
                .findFirst()
                .or(() -> SampleFiles.find(segments.get(1)))
                .orElseThrow(() -> new DifyError(404, "not_found", "File not found"));
        FileRoutes.send(exchange, file, false);
    }
}
