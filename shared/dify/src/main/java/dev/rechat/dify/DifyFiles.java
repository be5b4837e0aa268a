package dev.rechat.dify;

import java.net.URI;

/**
 * Files of people and of answers. Thread-safe; blocks and fails as {@link DifyClient} does. A bean in a Micronaut
 * application.
 */
public interface DifyFiles {

    /**
     * Hands a file to Dify for use in a later request of the same user. Never sent a second time.
     *
     * @throws DifyRejectedException when Dify does not take it, with status 413 when it is too large
     */
    DifyUploadedFile upload(DifyApp app, String user, DifyUpload file);

    /**
     * The bytes of a file that a message of this app carries.
     *
     * @throws DifyRejectedException with status 404, also for an upload that no message carries yet
     */
    DifyDownload preview(DifyApp app, String user, String fileId);

    /**
     * The bytes behind a signed address that Dify told, asked for without the key. Such an address holds for some
     * minutes.
     *
     * @throws IllegalArgumentException when the address is not at the app's own server (scheme, host and port)
     */
    DifyDownload fetch(DifyApp app, URI signedUrl);
}
