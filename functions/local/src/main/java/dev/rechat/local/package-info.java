/** ReChat in one process: every function's routes, the web app, a database and a Dify to try it with. */
@NullMarked
package dev.rechat.local;

import org.jspecify.annotations.NullMarked;
