package dev.rechat.dify;

import java.util.Optional;

/**
 * Speech in and out. Thread-safe; blocks and fails as {@link DifyClient} does. A bean in a Micronaut application. Apps
 * whose author has not switched this on refuse it.
 */
public interface DifyAudio {

    /**
     * What is said in a recording.
     *
     * @throws DifyRejectedException with status 413 above 30 MB and with status 415 for media types other than
     *     {@code audio/} mp3, m4a, wav, amr or mpga
     */
    String transcribe(DifyApp app, String user, DifyUpload recording);

    /** A stored answer as {@code audio/mpeg}; empty when there is nothing to say. */
    Optional<DifyDownload> speakMessage(DifyApp app, String user, String messageId);

    /** A text as {@code audio/mpeg}; empty when there is nothing to say. */
    Optional<DifyDownload> speak(DifyApp app, String user, String text);
}
