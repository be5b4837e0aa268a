/** Steps that run beside the functions, never inside a request: the schema migration. */
@NullMarked
package dev.rechat.maintenance;

import org.jspecify.annotations.NullMarked;
