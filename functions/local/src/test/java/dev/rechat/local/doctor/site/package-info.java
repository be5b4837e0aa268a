@NullMarked
package dev.rechat.local.doctor.site;

import org.jspecify.annotations.NullMarked;
