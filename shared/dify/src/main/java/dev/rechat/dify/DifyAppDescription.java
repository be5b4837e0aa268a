package dev.rechat.dify;

import java.util.List;

/**
 * What {@code /info} tells.
 *
 * @param description empty when there is none
 */
public record DifyAppDescription(String name, String description, List<String> tags, DifyMode mode, String authorName) {

    public DifyAppDescription {
        tags = List.copyOf(tags);
    }
}
