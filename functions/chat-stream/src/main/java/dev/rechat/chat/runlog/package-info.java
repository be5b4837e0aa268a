/** What runs of chatflows and workflows do, recorded from the events of their turns. */
@NullMarked
package dev.rechat.chat.runlog;

import org.jspecify.annotations.NullMarked;
