@NullMarked
package dev.rechat.maintenance.run;

import org.jspecify.annotations.NullMarked;
