// 打包时当文字读进来的文件。
declare module "*.xml" {
  const text: string;
  export default text;
}
declare module "*.rels" {
  const text: string;
  export default text;
}
