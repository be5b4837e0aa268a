package dev.rechat.admin.user;

import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.UserId;

/** That somebody joins a group, or leaves it. */
public record Move(UserId person, GroupId group, boolean joins) {}
