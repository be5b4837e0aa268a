/** What a connection to a Dify app has to get through, and in what words it is said where it ends. */
@NullMarked
package dev.rechat.conversations.probe;

import org.jspecify.annotations.NullMarked;
