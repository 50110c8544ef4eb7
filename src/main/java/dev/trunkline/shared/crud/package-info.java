/** The base of every aggregate kept through Hibernate Reactive: list, get, create, patch, delete. */
@NullMarked
package dev.trunkline.shared.crud;

import org.jspecify.annotations.NullMarked;
