/** Real servers, each in a process of its own, and one that misbehaves. */
@NullMarked
package dev.rechat.runlog.search.server;

import org.jspecify.annotations.NullMarked;
