package com.ceap.local.reactive;

import com.ceap.local.platform.LocalPlatform;

/** Makes the stages that work on a data folder's queues. */
@FunctionalInterface
public interface StageFactory {
  LocalStages make(LocalPlatform platform, LocalReactive reactive);
}
