/** What an operator and an administrator can set about housekeeping. */
@NullMarked
package dev.rechat.maintenance.settings;

import org.jspecify.annotations.NullMarked;
