/** What housekeeping does to the tables, some rows at a time, and what it has written down of that. */
@NullMarked
package dev.rechat.persistence.maintenance;

import org.jspecify.annotations.NullMarked;
