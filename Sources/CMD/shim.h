#ifndef CMD_SHIM_H
#define CMD_SHIM_H

#include <sys/types.h>
#include <stdint.h>
#include <sha2.h>

#endif
