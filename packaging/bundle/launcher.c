/* Starts Counterpart: loads the Python of the folder and has it run `lib`.
 *
 * Windows: Counterpart.exe has no console; bin\counterpart.exe, the same code, has one.
 * PYTHON_LIBRARY is the name of the interpreter's file, RESOURCES how to get from the
 * launcher's folder to the one that holds `runtime` and `lib`.
 */
#ifdef _WIN32

#define ARGUMENTS 4 /* What is put between the program's name and what was typed. */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

#define ROOM 32768

static wchar_t root[ROOM], path[ROOM], code[ROOM];

static int fail(const wchar_t *what)
{
    MessageBoxW(NULL, what, L"Counterpart", MB_ICONERROR | MB_OK);
    return 2;
}

static void up(wchar_t *folder)
{
    wchar_t *end = wcsrchr(folder, L'\\');
    if (end)
        *end = 0;
}

static HMODULE load(const wchar_t *name)
{
    _snwprintf(path, ROOM - 1, L"%ls\\runtime\\%ls", root, name);
    return LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
}

static int start(int count, wchar_t **given)
{
    typedef int (*Main)(int, wchar_t **);
    GetModuleFileNameW(NULL, root, ROOM);
    up(root);
#ifdef IN_BIN
    up(root);
#endif
    HMODULE python = load(PYTHON_LIBRARY);
    if (!python || !load(L"python3.dll"))
        return fail(L"Counterpart can't start: files are missing. Install it again.");
    Main run = (Main)(void *)GetProcAddress(python, "Py_Main");
    wchar_t **all = calloc((size_t)count + ARGUMENTS + 1, sizeof *all);
    if (!run || !all)
        return fail(L"Counterpart can't start: its Python is damaged. Install it again.");
    _snwprintf(code, ROOM - 1, L"%ls\\lib", root);
    all[0] = given[0];
    all[1] = L"-I";
    all[2] = L"-S";
    all[3] = L"-B";
    all[4] = code;
    for (int i = 1; i < count; i++)
        all[i + ARGUMENTS] = given[i];
    return run(count + ARGUMENTS, all);
}

int WINAPI WinMain(HINSTANCE self, HINSTANCE before, LPSTR line, int show)
{
    (void)self, (void)before, (void)line, (void)show;
    return start(__argc, __wargv);
}

int wmain(int count, wchar_t **given)
{
    return start(count, given);
}

#else

#define ARGUMENTS 6

#include <dlfcn.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#ifdef __APPLE__
#include <mach-o/dyld.h>
#else
#include <sys/auxv.h>
#include <unistd.h>
#endif

static int find(char *here)
{
#ifdef __APPLE__
    char named[PATH_MAX];
    uint32_t room = sizeof named;
    return _NSGetExecutablePath(named, &room) == 0 && realpath(named, here) != NULL;
#else
    ssize_t length = readlink("/proc/self/exe", here, PATH_MAX - 1);
    if (length <= 0) /* Without /proc, as in a bare container, the kernel's word does. */
        return realpath((const char *)getauxval(AT_EXECFN), here) != NULL;
    here[length] = 0;
    return 1;
#endif
}

static int fail(const char *what)
{
    fprintf(stderr, "Counterpart can't start: %s. Install it again.\n", what);
    return 2;
}

/* UTF-8 whatever the locale says, as Python is told to read it; a byte that is none is kept as
 * Python keeps it (surrogateescape). */
static void widen(const char *from, wchar_t *to)
{
    const unsigned char *at = (const unsigned char *)from;
    while (*at) {
        int more = *at >= 0xF0 && *at < 0xF5 ? 3 : *at >= 0xE0 ? 2 : *at >= 0xC2 ? 1 : 0;
        wchar_t code = more == 3 ? *at & 7 : more == 2 ? *at & 15 : *at & 31;
        int seen = 0;
        while (seen < more && (at[seen + 1] & 0xC0) == 0x80)
            code = code << 6 | (at[++seen] & 63);
        if (*at < 0x80)
            *to++ = *at++;
        else if (more == 0 || seen < more || *at >= 0xF5)
            *to++ = 0xDC00 + *at++;
        else {
            *to++ = code;
            at += more + 1;
        }
    }
    *to = 0;
}

int main(int count, char **given)
{
    static wchar_t home_folder[PATH_MAX + 64];
    static char here[PATH_MAX], root[PATH_MAX], path[PATH_MAX + 64], code[PATH_MAX + 8];
    if (!find(here))
        return fail("its folder can't be found");
    snprintf(path, sizeof path, "%s%s", dirname(here), RESOURCES);
    if (!realpath(path, root))
        return fail("files are missing");
    snprintf(path, sizeof path, "%s/runtime/lib/%s", root, PYTHON_LIBRARY);
    void *python = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
    if (!python)
        return fail(dlerror());
    int (*run)(int, char **) = (int (*)(int, char **))dlsym(python, "Py_BytesMain");
    void (*home)(const wchar_t *) = (void (*)(const wchar_t *))dlsym(python, "Py_SetPythonHome");
    char **all = calloc((size_t)count + ARGUMENTS + 1, sizeof *all);
    if (!run || !home || !all)
        return fail("its Python is damaged");
    snprintf(path, sizeof path, "%s/runtime", root);
    widen(path, home_folder);
    home(home_folder);
    snprintf(code, sizeof code, "%s/lib", root);
    all[0] = given[0];
    all[1] = "-I";
    all[2] = "-S";
    all[3] = "-B";
    all[4] = "-X";
    all[5] = "utf8";
    all[6] = code;
    for (int i = 1; i < count; i++)
        all[i + ARGUMENTS] = given[i];
    return run(count + ARGUMENTS, all);
}

#endif
