/** Which addresses a Dify may be at, decided for the one that is connected to. */
@NullMarked
package dev.rechat.dify.network;

import org.jspecify.annotations.NullMarked;
