package org.cotsim.benchmarks.live;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method that is called in the browser instead of the method of the same name: with
 * the same parameters if that is static, else with the object before them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface InsteadOf {

  /** The class of the method that is replaced. */
  Class<?> value();
}
