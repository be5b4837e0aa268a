/** What commands have in common. */
@NullMarked
package dev.rechat.maintenance.command;

import org.jspecify.annotations.NullMarked;
