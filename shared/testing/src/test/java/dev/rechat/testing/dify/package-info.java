/** Tests of the simulator, with the JDK's own client and against the facts of the Service API. */
@NullMarked
package dev.rechat.testing.dify;

import org.jspecify.annotations.NullMarked;
