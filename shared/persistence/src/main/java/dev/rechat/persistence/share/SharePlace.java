package dev.rechat.persistence.share;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.ShareId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** Which message stands where in a share. @param position from 1 */
@MappedEntity("share_messages")
public record SharePlace(
        @Id @IdColumn ShareId shareId,
        @Id int position,
        @IdColumn MessageId messageId) {}
