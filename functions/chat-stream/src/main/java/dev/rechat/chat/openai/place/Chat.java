package dev.rechat.chat.openai.place;

import dev.rechat.kernel.hash.Sha256;

/**
 * What a program calls the chat that it asks in.
 *
 * @param hash of its name for it
 * @param sendsAll whether it is known to send all that was said each time, so that what is missing was taken back
 */
public record Chat(String hash, boolean sendsAll) {

    public static Chat named(String name, boolean sendsAll) {
        return new Chat(Sha256.hex(name), sendsAll);
    }
}
