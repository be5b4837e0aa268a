package dev.rechat.persistence.conversation;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;
import java.util.List;

/** How much there is to read of a message, before it is read. */
@Introspected
public record MessageSize(@IdColumn MessageId id, long bytes) {

    /** How many of the first ones there is room for; one at least, when there is any. */
    public static int fitting(List<MessageSize> sizes, long roomBytes) {
        int count = 0;
        long bytes = 0;
        for (MessageSize size : sizes) {
            if (count > 0 && bytes + size.bytes() > roomBytes) {
                break;
            }
            count++;
            bytes += size.bytes();
        }
        return count;
    }
}
