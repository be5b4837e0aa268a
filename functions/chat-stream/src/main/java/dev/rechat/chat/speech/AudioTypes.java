package dev.rechat.chat.speech;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Media types of recordings: Dify wants its own names of kinds, browsers send the registered ones. */
final class AudioTypes {

    private static final Set<String> TAKEN = Set.of("audio/mp3", "audio/m4a", "audio/wav", "audio/amr", "audio/mpga");

    private static final Map<String, String> SAME = Map.of(
            "audio/mpeg", "audio/mp3",
            "audio/mp4", "audio/m4a",
            "audio/x-m4a", "audio/m4a",
            "audio/wave", "audio/wav",
            "audio/x-wav", "audio/wav",
            "audio/vnd.wave", "audio/wav");

    private AudioTypes() {}

    /** As Dify calls it; empty when it takes no such recording, as WebM. */
    static Optional<String> atDify(String mediaType) {
        return Optional.of(SAME.getOrDefault(mediaType, mediaType)).filter(TAKEN::contains);
    }
}
