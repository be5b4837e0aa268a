package dev.rechat.persistence.app;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;

/** That an app is given to a group. */
@Introspected
public record AppGroup(@IdColumn AppId appId, @IdColumn GroupId groupId) {}
