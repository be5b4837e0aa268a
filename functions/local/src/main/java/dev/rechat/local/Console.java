package dev.rechat.local;

import dev.rechat.local.data.DataDirectory;
import dev.rechat.local.start.Progress;
import dev.rechat.persistence.app.App;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;

/** What the person who started the server reads. */
final class Console implements Progress {

    private final PrintWriter out;

    Console(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void tell(String line) {
        out.println(line);
        out.flush();
    }

    void ready(String url, DataDirectory directory, String database, List<App> apps) {
        tell("""

                ReChat is ready: %s   (started in %.1f s)

                  Next      open it and register; the first account becomes the administrator
                  Apps      %s
                            answered by %s
                  API       %s/api/docs
                  Database  %s
                  Data      %s (kept between starts)
                  Stop      Ctrl-C
                """.formatted(
                        url,
                        ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0,
                        apps.stream().map(App::name).collect(Collectors.joining(", ")),
                        apps.stream().map(App::baseUrl).distinct().collect(Collectors.joining(", ")),
                        url,
                        database,
                        directory.root()));
    }
}
