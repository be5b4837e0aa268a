package dev.rechat.local.web;

import java.util.Optional;

/** A built single-page app. */
interface WebApp {

    String PAGE = "index.html";

    /** @param path decoded, from the root of the site */
    Optional<WebFile> file(String path);

    /**
     * What a browser gets for a path: the file, or the page for a route that only the app knows.
     *
     * @param path decoded, from the root of the site
     * @return empty when the path looks like a file and there is none
     */
    default Optional<WebFile> find(String path) {
        return file(path).or(() -> looksLikeFile(path) ? Optional.empty() : file(PAGE));
    }

    static boolean looksLikeFile(String path) {
        return path.substring(path.lastIndexOf('/') + 1).contains(".");
    }
}
